"""Known actors: whom they name, join and keep apart, and whom they leave alone."""

from itertools import permutations

import pytest

from libnews.extract import extract
from libnews.models import Article, Judgement, KnownActor
from libnews.resolve import Resolution, resolve
from tests.extract.reading import article
from tests.resolve.results import written_out

HAFTAR = KnownActor(known_id="haftar", name="خليفة حفتر", aliases=("خليفة أبو القاسم حفتر",), country="LBY")
SON = KnownActor(known_id="saddam", name="صدام خليفة حفتر", country="LBY")


def decide(articles: list[Article], *known: KnownActor) -> Resolution:
    read = [extract(one) for one in articles]
    return resolve(
        articles, [m for one in read for m in one.mentions], [c for one in read for c in one.claims], known=known
    )


def named(articles: list[Article], resolution: Resolution) -> dict[str, str]:
    """Every name that is claimed of an actor, with the record it is claimed of."""
    claims = [claim for one in articles for claim in extract(one).claims if claim.field == "name"]
    decided = dict(resolution.decisions)
    return {str(claim.value): decided[claim.mention_id].record_id or "" for claim in claims}


def reasons(resolution: Resolution) -> set[str]:
    return {decided.reason for _, decided in resolution.decisions if decided.reason}


def test_a_known_actor_names_a_single_mention() -> None:
    articles = [article("زار المشير الليبي خليفة حفتر موسكو.")]
    found = decide(articles, HAFTAR)
    assert found.known == {"haftar": named(articles, found)["خليفة حفتر"]}
    assert "known as haftar: «خليفة حفتر»" in reasons(found)


def test_aliases_join_what_no_rule_would() -> None:
    """The trap: two names that share nothing, in two scripts."""
    articles = [article("زار المشير الليبي خليفة حفتر موسكو."), article("التقى الوزير سالم الكعبي السفير عمر مختار.")]
    row = KnownActor(known_id="x", name="خليفة حفتر", aliases=("عمر مختار",))
    found = named(articles, decide(articles, row))
    assert found["خليفة حفتر"] == found["عمر مختار"] != found["سالم الكعبي"]


def test_father_and_son_stay_two() -> None:
    articles = [
        article("زار المشير الليبي خليفة أبو القاسم حفتر موسكو."),
        article("زار الفريق الليبي صدام خليفة حفتر أنقرة."),
        article("التقى المشير الليبي خليفة حفتر الفريق الليبي صدام حفتر."),
    ]
    found = decide(articles, HAFTAR, SON)
    assert len({found.known["haftar"], found.known["saddam"]}) == 2
    records = named(articles, found)
    assert records["خليفة أبو القاسم حفتر"] == records["خليفة حفتر"] == found.known["haftar"]
    # «صدام حفتر» leaves out the father's name, and fits nobody else who is known
    assert records["صدام خليفة حفتر"] == records["صدام حفتر"] == found.known["saddam"]


def test_a_family_name_alone_names_nobody() -> None:
    articles = [article("قال حفتر إن المشير الليبي حفتر سيزور موسكو.")]
    assert decide(articles, KnownActor(known_id="haftar", name="خليفة حفتر", aliases=("حفتر",))).known == {}


def test_what_is_known_to_be_two_is_joined_by_no_other_rule() -> None:
    """The trap: two men whom the same name, or the same office, would make one."""
    articles = [
        article("زار المشير الليبي خليفة حفتر موسكو."),
        article("زار المشير الليبي خليفة بلقاسم حفتر أنقرة."),
    ]
    one = KnownActor(known_id="one", name="خليفة حفتر")
    two = KnownActor(known_id="two", name="خليفة بلقاسم حفتر")
    assert len(set(named(articles, decide(articles)).values())) == 1
    assert len(set(named(articles, decide(articles, one, two)).values())) == 2


def test_namesakes_are_told_apart_by_country() -> None:
    articles = [
        article("زار وزير الخارجية المصري محمد سالم موسكو."),
        article("زار وزير الخارجية الليبي محمد سالم أنقرة."),
        article("قال الوزير محمد سالم إن الزيارة مهمة."),
    ]
    egyptian = KnownActor(known_id="eg", name="محمد سالم", country="EGY")
    libyan = KnownActor(known_id="ly", name="محمد سالم", country="LBY")
    found = decide(articles, egyptian, libyan)
    mentions = {
        claim.value: claim.mention_id for one in articles for claim in extract(one).claims if claim.field == "country"
    }
    assert found.known == {"eg": mentions["EGY"], "ly": mentions["LBY"]}


def test_a_name_of_two_known_actors_is_nobodys() -> None:
    articles = [article("زار وزير الخارجية المصري محمد سالم موسكو.")]
    rows = [KnownActor(known_id=key, name="محمد سالم", country="EGY") for key in ("a", "b")]
    assert decide(articles, *rows).known == {}


def test_namesakes_of_two_countries_are_not_joined_by_a_row_without_one() -> None:
    articles = [
        article("زار وزير الخارجية المصري محمد سالم موسكو."),
        article("زار وزير الخارجية الليبي محمد سالم أنقرة."),
    ]
    assert decide(articles, KnownActor(known_id="salem", name="محمد سالم")).known == {}


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        (KnownActor(known_id="x", name="خليفة بلقاسم حفتر", country="LBY"), True),
        (KnownActor(known_id="x", name="خليفه حفطر", country="LBY"), True),
        (KnownActor(known_id="x", name="خليفه حفطر"), False),
        (KnownActor(known_id="x", name="خليفة بلقاسم حفتر"), False),
        (KnownActor(known_id="x", name="خليفة بلقاسم حفتر", country="EGY"), False),
        (KnownActor(known_id="x", name="خليفة حفتر بلقاسم", country="LBY"), False),
        (KnownActor(known_id="x", name="خليفة حفتر", country="EGY"), False),
        (KnownActor(known_id="x", name="خليفة حفتر", kind="company"), False),
    ],
    ids=[
        "father",
        "spelling",
        "spelling-country-not-given",
        "country-not-given",
        "other-country",
        "cut-short",
        "exact-other-country",
        "other-kind",
    ],
)
def test_other_forms_are_taken_only_at_home(row: KnownActor, is_found: bool) -> None:
    assert bool(decide([article("زار المشير الليبي خليفة حفتر موسكو.")], row).known) is is_found


def test_a_given_name_spelled_otherwise_is_another() -> None:
    """The trap: حسن and حسين sound the same to those who write foreign names."""
    row = KnownActor(known_id="x", name="حسين روحاني", country="IRN")
    assert decide([article("زار الرئيس الإيراني حسن روحاني موسكو.")], row).known == {}


def test_a_shortened_name_that_fits_two_is_nobodys() -> None:
    rows = [KnownActor(known_id=part, name=f"خليفة {part} حفتر", country="LBY") for part in ("بلقاسم", "سعيد")]
    assert decide([article("زار المشير الليبي خليفة حفتر موسكو.")], *rows).known == {}


def test_bodies_are_known_by_their_whole_name_and_countries_by_their_code() -> None:
    articles = [article("وقعت شركة أرامكو السعودية اتفاقية مع وزارة الدفاع الليبية في طرابلس.")]
    rows = [
        KnownActor(known_id="sa", name="السعودية", kind="country", country="SAU"),
        KnownActor(known_id="eg", name="مصر", kind="country", country="EGY"),
        KnownActor(known_id="ministry", name="وزارة الدفاع الليبية", kind="organization"),
        KnownActor(known_id="longer", name="وزارة الدفاع الليبية والحرب", kind="government"),
    ]
    found = decide(articles, *rows)
    assert found.known == {"sa": "SAU", "ministry": named(articles, found)["وزارة الدفاع الليبية"]}


def test_a_body_is_known_at_home_without_its_country() -> None:
    articles = [article("وقعت شركة أرامكو السعودية اتفاقية مع وزارة الدفاع الليبية في طرابلس.")]
    libyan = KnownActor(known_id="ly", name="وزارة الدفاع", kind="government", country="LBY")
    egyptian = KnownActor(known_id="eg", name="وزارة الدفاع", kind="government", country="EGY")
    assert set(decide(articles, libyan, egyptian).known) == {"ly"}


def test_latin_names_are_found_in_other_languages() -> None:
    """A language without a reader compares word for word."""
    text = article("Khalifa HAFTAR visited Moscow.").model_copy(update={"language": "en"})
    row = KnownActor(known_id="haftar", name="خليفة حفتر", name_en="Khalifa Haftar")
    person = extract(article("زار المشير الليبي خليفة حفتر موسكو."))
    mention = person.mentions[0].model_copy(update={"article_id": text.article_id})
    claim = next(one for one in person.claims if one.field == "name")
    told = claim.model_copy(update={"mention_id": mention.mention_id, "value": "Khalifa HAFTAR"})
    assert resolve([text], [mention], [told], known=[row]).known == {"haftar": mention.mention_id}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_plays_no_part(order: tuple[int, ...]) -> None:
    articles = [
        article("زار المشير الليبي خليفة أبو القاسم حفتر موسكو."),
        article("زار الفريق الليبي صدام خليفة حفتر أنقرة."),
        article("التقى المشير الليبي خليفة حفتر الفريق الليبي صدام حفتر."),
    ]
    rows = [HAFTAR, SON, KnownActor(known_id="other", name="خليفة بلقاسم حفتر", country="LBY")]
    found = decide([articles[at] for at in order], *(rows[at] for at in order))
    assert written_out(found) == written_out(decide(articles, *rows))


@pytest.mark.parametrize(
    ("action", "second", "records", "found"),
    [("different", "خليفة حفتر", 2, {"haftar"}), ("same", "صدام خليفة حفتر", 1, {"haftar"})],
)
def test_a_judgement_goes_before_what_is_known(action: str, second: str, records: int, found: set[str]) -> None:
    """Who is judged somebody else is not in the row, whatever his name; of two rows judged the same one is found."""
    articles = [article("زار المشير الليبي خليفة حفتر موسكو."), article(f"زار المشير الليبي {second} أنقرة.")]
    read = [extract(one) for one in articles]
    mentions = [m for one in read for m in one.mentions]
    claims = [c for one in read for c in one.claims]
    one, other = (next(c.mention_id for c in each.claims if c.field == "name") for each in read)
    said = {"action": action, "id": one, "other_id": other, "decided_by": "amal", "decided_on": "2026-02-05"}
    decided = resolve(articles, mentions, claims, [Judgement.model_validate(said)], [HAFTAR, SON])
    record_of = dict(decided.decisions)
    assert len({record_of[mention].record_id for mention in (one, other)}) == records
    assert decided.known.keys() == found
