"""A few made-up articles as files; the people and the deal in them do not exist."""

from pathlib import Path

TEXTS = {
    "first.txt": "date 2024-05-04 استقبل وزير الخارجية المصري سالم الكعبي نظيره الفرنسي جان دوبوا في باريس أمس.\n"
    "ووقعت مصر وفرنسا صفقة أسلحة بقيمة 3 مليارات دولار تشمل 12 طائرة.\n",
    "second.txt": "التقى وزير الخارجية المصري سالم الكعبي نظيره الفرنسي جان دوبوا في باريس أمس.\n"
    "أبرمت مصر وفرنسا صفقة أسلحة تزيد قيمتها على 3 مليارات دولار.\n",
    "sub/third.txt": "بلغ حجم التبادل التجاري بين مصر وفرنسا نحو 19.5 مليون دولار خلال 2022/2023.\n",
    "sub/english.txt": "The minister received his colleague in Geneva yesterday, and they signed nothing at all.\n",
}


def write(folder: Path, texts: dict[str, str] | None = None) -> Path:
    """Write the articles below `folder`, which is made."""
    for name, text in (TEXTS if texts is None else texts).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder
