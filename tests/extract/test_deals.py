"""Golden cases of agreements and sums of trade: what a few words of real articles tell, and what must not be read."""

import json
from pathlib import Path

import pytest

from libnews.extract import extract
from tests.extract.reading import article, read

CASES = json.loads((Path(__file__).parent / "cases" / "deals.json").read_text(encoding="utf-8"))
_TYPES = ("agreement", "trade_figure")


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_deal(case: dict[str, object]) -> None:
    text, day = case["text"], case["published_on"]
    assert isinstance(text, list)
    found = read(*text, published_on=day if isinstance(day, str) else None)
    assert [record for record in found if record["record_type"] in _TYPES] == case["records"]


def test_a_figure_said_again_stands_on_the_same_words_for_trade() -> None:
    """Flow, partner and period of both are claimed on one place each: so one can be told to say the other again."""
    text = "بلغت تدفقات الاستثمار الأجنبي إلى دبي 17.76 مليار درهم (4.8 مليار دولار) خلال النصف الأول من 2018."
    extraction = extract(article(text, published_on="2018-10-06"))
    places: dict[str, set[tuple[int, int]]] = {}
    for claim in extraction.claims:
        places.setdefault(claim.field, set()).add((claim.evidence.start_char, claim.evidence.end_char))
    assert {field: len(places[field]) for field in ("flow", "partner", "period", "amount")} == {
        "flow": 1, "partner": 1, "period": 1, "amount": 2,
    }  # fmt: skip


def test_a_figure_told_twice_is_one_record() -> None:
    """A headline and the sentence it sums up are one record, whose claims stand in both."""
    told = "بلغ حجم التبادل التجاري بين تركيا والجزائر 6.3 مليارات دولار"
    found = [record for record in read(told, f"{told} في 2023.") if record["record_type"] == "trade_figure"]
    assert [record["period"] for record in found] == ["2023"]
