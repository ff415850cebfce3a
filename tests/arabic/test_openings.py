"""Nothing is found where nothing may begin: what openings leave out, no finder finds by itself."""

import pytest

from libnews.arabic.asides import quotes_of_names
from libnews.arabic.dates import find_dates
from libnews.arabic.marks import mark_at
from libnews.arabic.money import find_money, money_among
from libnews.arabic.name_runs import find_name_runs
from libnews.arabic.number_runs import number_runs
from libnews.arabic.numbers import find_numbers, number_matches
from libnews.arabic.opening_words import find_openings
from libnews.arabic.openings import Opens
from libnews.arabic.passed_over import names_passed_over
from libnews.arabic.places import find_places
from libnews.arabic.titles import title_at
from libnews.arabic.tokens import sentences, tokenize

TEXTS = (
    "وصل رئيس الوزراء الباكستاني شهباز شريف إلى الرياض يوم الثلاثاء 3 فبراير 2026، والتقى نظيره السعودي.",
    "وقع الجيش الليبي صفقة بقيمة 4 مليارات دولار مع باكستان، تشمل 16 طائرة، على مدى عامين ونصف.",
    "وقال د. محمد المنفي إن مليارات الدولارات صرفت، وإن «الأمير» زار طرابلس أمس.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_openings_lose_nothing(text: str) -> None:
    tokens = tokenize(text)
    openings = find_openings(tokens)
    runs = number_runs(tokens, openings[Opens.NUMBER])
    assert find_places(text, tokens, openings[Opens.PLACE]) == find_places(text)
    assert find_dates(text, None, tokens, openings[Opens.DATE]) == find_dates(text)
    assert number_matches(text, runs) == find_numbers(text)
    assert money_among(text, tokens, runs, openings[Opens.SCALES], ()) == find_money(text)
    assert find_name_runs(tokens, {}, {}, openings[Opens.NAME]) == find_name_runs(tokens, {}, {})
    passed_over = names_passed_over(text, tokens, [])
    assert names_passed_over(text, tokens, [], openings[Opens.GIVEN_NAME]) == passed_over
    assert sentences(tokens, openings[Opens.SENTENCE_END]) == sentences(tokens)
    assert quotes_of_names(tokens, openings[Opens.QUOTE]) == quotes_of_names(tokens, range(len(tokens)))


@pytest.mark.parametrize("text", TEXTS)
def test_every_title_and_mark_begins_at_an_opening(text: str) -> None:
    tokens = tokenize(text)
    openings = find_openings(tokens)
    marks = {position for position in range(len(tokens)) if mark_at(tokens, position)}
    titles = {position for position in range(len(tokens)) if title_at(tokens, position, {})}
    assert marks | titles
    assert marks <= set(openings[Opens.MARK])
    assert titles <= set(openings[Opens.TITLE])
