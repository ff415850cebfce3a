"""Who is joined to whom, and why: offices that change hands, names that fit many, and what must never be one."""

from itertools import permutations

import pytest

from libnews.resolve import Decision, Resolution, resolve
from libnews.resolve.actors import Actors
from libnews.resolve.clusters import Clusters
from libnews.resolve.corpus import ModelCorpus
from libnews.resolve.reasons import Because, Open
from libnews.resolve.view import tell
from tests.resolve.mentions import Made, person


def decide(*told: Made) -> Resolution:
    return resolve(
        [one.article for one in told], [one.mention for one in told], [claim for one in told for claim in one.claims]
    )


def decisions(*told: Made) -> list[Decision]:
    found = dict(decide(*told).decisions)
    return [found[one.mention.mention_id] for one in told]


def records(*told: Made) -> list[str]:
    return [str(decision.record_id) for decision in decisions(*told)]


FABIUS = person("لوران فابيوس", country="FRA", office="وزير الخارجية الفرنسي", published_on="2015-07-20")
LE_DRIAN = person("جان إيف لودريان", country="FRA", office="وزير الخارجية الفرنسي", published_on="2018-03-05")


def minister(published_on: str | None) -> Made:
    return person(office="وزير الخارجية الفرنسي", country="FRA", published_on=published_on)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_an_office_is_his_who_held_it_then(order: tuple[int, ...]) -> None:
    told = [FABIUS, LE_DRIAN, minister("2015-09-01"), minister("2018-01-15")]
    found = dict(zip(order, records(*(told[number] for number in order)), strict=True))
    assert found[2] == found[0] != found[1] == found[3]


def test_the_reason_names_the_office_its_holder_and_the_article() -> None:
    office = minister("2015-09-01")
    found = {one.reason for one in decisions(FABIUS, office)}
    assert f"{Because.OFFICE}: «وزير الخارجية الفرنسي» is held by لوران فابيوس in {FABIUS.article.file}" in found


def test_an_office_of_a_time_of_which_nobody_tells_is_nobody_s() -> None:
    told = [FABIUS, LE_DRIAN, minister("2016-12-01")]
    assert len(set(records(*told))) == 3
    assert not decide(*told).undecided


def test_an_office_that_two_hold_then_is_left_open() -> None:
    told = [FABIUS, LE_DRIAN, minister(None)]
    assert len(set(records(*told))) == 3
    assert [pair.reason.split(":")[0] for pair in decide(*told).undecided] == [Open.OFFICE, Open.OFFICE]


@pytest.mark.parametrize("office", ["السفير الفرنسي", "الوزير الفرنسي", "الرئيس الفرنسي السابق", "رئيس الوفد الفرنسي"])
def test_an_office_that_many_hold_tells_nobody(office: str) -> None:
    assert len(set(records(person("جيرار أرو", country="FRA", office=office), person(office=office)))) == 2


def test_a_name_that_fits_two_is_joined_to_him_of_his_office() -> None:
    short = person("أحمد الخطيب", office="وزير الصحة السعودي", country="SAU")
    minister = person("أحمد بن عقيل الخطيب", office="وزير الصحة السعودي", country="SAU")
    leader = person("أحمد معاذ الخطيب", office="رئيس الائتلاف السوري", country="SYR")
    first, second, third = records(short, minister, leader)
    assert first == second != third


def test_a_name_that_fits_two_and_says_nothing_else_is_left_open() -> None:
    told = [person("عادل الخطيب"), person("عادل بن عقيل الخطيب"), person("عادل معاذ الخطيب")]
    assert len(set(records(*told))) == 3
    assert [pair.reason.split(":")[0] for pair in decide(*told).undecided] == [Open.FITS_OTHERS, Open.FITS_OTHERS]


def test_father_and_son_of_one_office_and_country_are_two() -> None:
    """«تميم بن حمد بن خليفة» holds all of his father's name, his office and his country."""
    father = person("حمد بن خليفة آل ثاني", office="أمير قطر", country="QAT")
    son = person("تميم بن حمد بن خليفة آل ثاني", office="أمير قطر", country="QAT")
    assert len(set(records(father, son))) == 2


def test_a_family_name_alone_is_his_who_holds_the_office() -> None:
    first, second, third = decisions(
        person("دونالد ترامب", country="USA", office="الرئيس الأمريكي"),
        person("إيفانكا ترامب", country="USA", office="مستشارة الرئيس"),
        person("ترامب", office="الرئيس"),
    )
    assert third.record_id == first.record_id != second.record_id
    assert Because.FAMILY_NAME_AND_OFFICE in "".join(one.reason or "" for one in (first, third))


def test_a_family_name_and_nothing_else_is_left_open() -> None:
    """It may be no name at all: «كابيتول هيل»."""
    told = [person("ديفيد هيل", country="USA", office="السفير الأمريكي"), person("هيل")]
    assert len(set(records(*told))) == 2
    assert [pair.reason.split(":")[0] for pair in decide(*told).undecided] == [Open.FAMILY_NAME]


def test_frequent_given_names_alone_are_borne_by_many() -> None:
    assert len(set(records(person("محمد علي", office="رئيس الجمعية"), person("محمد علي", office="مدير البنك")))) == 2
    assert len(set(records(*(person("محمد علي", office="مدير البنك", mark=mark) for mark in "ab")))) == 1


def test_a_country_misread_once_keeps_nobody_apart() -> None:
    first, second = decisions(
        person("لوران فابيوس", country="FRA", office="وزير الخارجية"),
        person("لوران فابيوس", country="IRN", office="وزير الخارجية"),
    )
    assert first.record_id == second.record_id
    assert Because.SAME_NAME_AND_OFFICE in (first.reason or second.reason or "")


def test_one_name_in_two_countries_is_two_people() -> None:
    told = [person("محمد الناصر", country="TUN", office="رئيس البرلمان"), person("محمد الناصر", country="SAU")]
    assert len(set(records(*told))) == 2


def test_who_is_kept_apart_stays_apart_and_the_others_are_joined() -> None:
    told = [person("لوران فابيوس", published_on=f"2015-0{month}-01") for month in range(1, 4)]
    told += [person("لوران فابيوس", country="FRA")]
    corpus = ModelCorpus(
        [one.article for one in told], [one.mention for one in told], [c for one in told for c in one.claims]
    )
    clusters = Clusters()
    first, second, *others = (one.mention.mention_id for one in told)
    clusters.keep_apart(first, second)
    Actors(tell(corpus.claims())).join(clusters)
    assert clusters.root(first) != clusters.root(second)
    assert len({clusters.root(one) for one in others}) == 1
    assert {clusters.root(one) for one in others} < {clusters.root(first), clusters.root(second)}
