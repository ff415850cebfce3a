"""A sum said again in another currency names the one said first."""

from pathlib import Path

import pytest

import libnews

FIRST = "بلغت تدفقات الاستثمار الأجنبي إلى دبي 17.76 مليار درهم (4.8 مليار دولار) خلال النصف الأول من 2018."
OTHER_WAY = "بلغت تدفقات الاستثمار الأجنبي إلى دبي 4.8 مليار دولار (17.76 مليار درهم) خلال النصف الأول من 2018."
TWO_SUMS = "بلغ حجم التبادل التجاري بين تركيا وقطر 6.3 مليارات دولار في 2021، وبلغ 5.1 مليارات يورو في 2022."


def figures(tmp_path: Path, *texts: str) -> dict[str, str | None]:
    """The currency of each figure, with that of the one it restates."""
    for day, text in enumerate(texts, start=1):
        (tmp_path / f"{day}.txt").write_text(f"date 2022-10-0{day} {text}", encoding="utf-8")
    with libnews.build(tmp_path, tmp_path / "news.duckdb") as db:
        rows = db.sql(
            "SELECT f.currency, o.currency FROM trade_figure f"
            " LEFT JOIN trade_figure o ON o.trade_figure_id = f.same_as"
        ).fetchall()
    assert len(rows) == 2
    return dict(rows)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([FIRST], {"AED": None, "USD": "AED"}),
        ([FIRST, OTHER_WAY], {"AED": None, "USD": "AED"}),
        ([OTHER_WAY, FIRST], {"AED": "USD", "USD": None}),
        ([TWO_SUMS], {"USD": None, "EUR": None}),
    ],
    ids=["in brackets", "the first article decides", "whichever way", "two years are two sums"],
)
def test_the_figure_said_first_is_named(tmp_path: Path, texts: list[str], expected: dict[str, str | None]) -> None:
    assert figures(tmp_path, *texts) == expected


def test_several_restated_figures_keep_to_their_own(tmp_path: Path) -> None:
    """The trap: one restated figure in a database finds its first whatever the join says."""
    other = FIRST.replace("17.76", "9.25").replace("4.8", "2.52").replace("2018", "2017")
    for day, text in enumerate((FIRST, other), start=1):
        (tmp_path / f"{day}.txt").write_text(f"date 2022-10-0{day} {text}", encoding="utf-8")
    with libnews.build(tmp_path, tmp_path / "news.duckdb") as db:
        rows = db.sql(
            "SELECT f.amount / o.amount, f.period = o.period FROM trade_figure f"
            " JOIN trade_figure o ON o.trade_figure_id = f.same_as"
        ).fetchall()
        assert db.sql("SELECT count(*) FROM derived.trade_figure").fetchall() == [(4,)]
    assert len(rows) == 2
    assert all(0.26 < ratio < 0.28 and same_period for ratio, same_period in rows)
