"""Which articles repeat another's text, and which merely tell of the same things."""

import os
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest

import libnews
from libnews.models import Article
from libnews.resolve.corpus import ModelCorpus
from libnews.resolve.reprints import find_reprints
from tests.extract.reading import article

GOLD = Path(os.environ.get("LIBNEWS_GOLD", Path(__file__).parents[3] / "shared" / "gold"))
needs_corpus = pytest.mark.skipif(not (GOLD / "corpus").is_dir(), reason="the corpus is not beside the checkout")

AGENCY = (
    "استقبل وزير التجارة سالم الكعبي اليوم الأحد في مكتبه بالعاصمة نظيره السويسري جان دوبوا والوفد المرافق له.",
    "وبحث الجانبان خلال اللقاء زيادة التبادل التجاري بين البلدين وتسهيل انتقال البضائع عبر الموانئ الجديدة.",
    "وأكد الكعبي أن بلاده ترغب في توقيع اتفاقية لحماية الاستثمار قبل نهاية العام الجاري. وقال دوبوا إن وفدا من "
    "رجال الأعمال سيزور المنطقة الحرة الشهر المقبل للاطلاع على فرص العمل فيها.",
)
EDITED = (
    "الكعبي ودوبوا يبحثان التجارة",
    "استقبل وزير التجارة سالم الكعبى اليوم الاحد في مكتبه بالعاصمة نظيره السويسري جان دوبوا والوفد المرافق له",
    "وبحث الجانبان خلال اللقاء زيادة التبادل التجاري بين البلدين وتسهيل انتقال البضائع عبر الموانئ الجديدة. "
    "وأكّد الكعبي أن بلاده ترغب في توقيع اتفاقية لحماية الاستثمار قبل نهاية العام الجاري.",
    "وقال دوبوا إن وفدا من رجال الأعمال سيزور المنطقة الحرة الشهر المقبل للاطلاع على فرص العمل فيها.",
)
FOLLOWING = (
    "وصل وفد من رجال الأعمال السويسريين إلى المنطقة الحرة صباح اليوم في زيارة تستمر ثلاثة أيام.",
    "ويلتقي الوفد مدير المنطقة وعددا من أصحاب المصانع، ويزور الميناء الجديد الذي افتتح في الربيع الماضي.",
    "وكان وزير التجارة سالم الكعبي استقبل نظيره السويسري جان دوبوا قبل شهر.",
    AGENCY[1],
)


def reprints_among(articles: Iterable[Article]) -> dict[str, str]:
    return find_reprints(ModelCorpus(articles, (), ()).stories())


def test_another_headline_spelling_and_split_of_paragraphs_is_still_a_reprint() -> None:
    first, second = article(*AGENCY, published_on="2024-05-05"), article(*EDITED, published_on="2024-05-06")
    assert reprints_among([second, first]) == {second.article_id: first.article_id}


def test_a_copy_cut_short_repeats_the_whole_whichever_has_the_smaller_id() -> None:
    for day in ("2024-05-05", None):
        for lines in (AGENCY[:2], AGENCY[1:]):
            whole, short = article(*AGENCY, published_on=day), article("خبر", *lines, published_on=day)
            assert reprints_among([short, whole]) == {short.article_id: whole.article_id}


def test_the_same_background_is_no_reprint() -> None:
    told = [article(*AGENCY, published_on="2024-05-05"), article(*FOLLOWING, published_on="2024-06-05")]
    assert reprints_among(told) == {}


def test_what_came_earlier_repeats_nothing() -> None:
    """A flash that a later story takes in is not that story's reprint."""
    flash, story = article(*AGENCY[:1], published_on="2024-05-05"), article(*AGENCY, published_on="2024-05-06")
    assert reprints_among([flash, story]) == {}


def test_copies_of_copies_name_the_original_in_any_order() -> None:
    dated = article(*AGENCY, published_on="2024-05-05")
    copies = [
        article(*EDITED, published_on="2024-05-06"),
        article("عاجل", *EDITED[1:], published_on="2024-05-07"),
        article("خبر بلا يوم", *AGENCY),
    ]
    for order in permutations([dated, *copies]):
        assert reprints_among(order) == {copy.article_id: dated.article_id for copy in copies}


def test_what_many_stories_carry_links_none_of_them() -> None:
    footer = (
        "تنشر هذه الصحيفة أخبارها بموجب رخصة المشاع ولا يجوز نقلها دون ذكر المصدر ورابط الصفحة الأصلية.",
        "اشتركوا في نشرتنا البريدية لتصلكم آخر الأخبار والتحليلات والتقارير المصورة كل صباح قبل الثامنة.",
    )
    cities = ["جنيف", "تونس", "مسقط", "لاهاي", "براغ", "أثينا"]
    told = [
        article(f"وصل الوزير الزائر إلى {city} في زيارة قصيرة.", *footer, published_on=f"2024-0{month}-05")
        for month, city in enumerate(cities, start=1)
    ]
    assert reprints_among(told) == {}


def test_what_many_outlets_print_in_one_week_is_one_text() -> None:
    """The trap: a sentence counted as the page's own because it stands in so many articles."""
    told = [article(f"عنوان {number}", *AGENCY, published_on=f"2024-05-0{number}") for number in range(1, 8)]
    assert reprints_among(told) == {copy.article_id: told[0].article_id for copy in told[1:]}


def test_a_form_filled_in_anew_is_no_reprint() -> None:
    """Rates of today are not yesterday's, though all words are."""
    form = "بلغ سعر الدولار اليوم {} والنقد الأوروبي {} والجنيه الإسترليني {} "
    form += "والفرنك السويسري {} في تعاملات البنك المركزي ظهر اليوم وسعر الذهب {}."
    told = [
        article(form.format(301, 322, 405, 336, 207), published_on="2024-05-05"),
        article(form.format(302, 325, 409, 331, 212), published_on="2024-05-06"),
    ]
    assert reprints_among(told) == {}
    assert reprints_among([told[0], article("أسعار", form.format(301, 322, 405, 336, 207), published_on="2024-05-07")])


def test_a_language_without_a_reader_is_compared_too() -> None:
    text = (
        "Minister Salem met his colleague on Sunday in the old palace by the lake, where they talked for two hours "
        "about trade, ports and the new railway that is to join both capitals by the end of the decade."
    )
    told = [article(one).model_copy(update={"language": "en"}) for one in (text, f"{text.upper()} More soon.")]
    assert len(reprints_among(told)) == 1


def corpus(*names: str) -> list[Article]:
    return [libnews.read(GOLD / "corpus" / f"{name}.txt", published_on="2015-08-06") for name in names]


@needs_corpus
def test_an_agency_text_that_two_papers_cut_otherwise() -> None:
    whole, short = corpus("saudinewsnet-1443", "saudinewsnet-1486")
    assert reprints_among([whole, short]) == {short.article_id: whole.article_id}


@needs_corpus
@pytest.mark.parametrize(
    "names", [("ant_multi-0365", "ant_multi-0369"), ("saudinewsnet-1461", "saudinewsnet-1664")],
    ids=["one outlet's background", "the guests of two receptions"],
)  # fmt: skip
def test_real_stories_that_share_some_words(names: tuple[str, ...]) -> None:
    assert reprints_among(corpus(*names)) == {}
