"""A small made-up corpus with claims by hand: three articles that differ about a meeting, a deal and its price.

`build(path)` writes it as a database. The people and the deal do not exist.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from libnews import store
from libnews.models import (
    Article,
    Attribution,
    Claim,
    Evidence,
    Extraction,
    Judgement,
    KnownActor,
    Mention,
    Paragraph,
    ReadSpan,
    Rejected,
)  # fmt: skip
from libnews.models.judgement import Judged
from libnews.models.vocabulary import (
    AttributionKind,
    Basis,
    JudgementAction,
    Modality,
    ParagraphKind,
    PublishedOnBasis,
    RecordType,
    RejectedReason,
    SpanKind,
)

EXTRACTOR = "program:sample"

_FIRST = """استقبال في جنيف
استقبل الوزير سالم الكعبي نظيره جان دوبوا في جنيف يوم 3 مايو 2024.
وقعت عمان وسويسرا صفقة أسلحة بقيمة 3 مليارات دولار تشمل 12 طائرة.
وقال قائد الحرس إن الوزير سالم الكعبي زار المعرض.
اقرأ أيضا: صفقة أخرى بقيمة 50 مليار دولار"""

_SECOND = """التقى وزير الخارجية سالم الكعبى ونظيره دوبوا في مايو 2024 في مدينة جنيف.
أبرمت عمان وسويسرا صفقة السلاح التي تزيد قيمتها على 3 مليارات دولار.
بلغ حجم التبادل التجاري بين عمان وسويسرا نحو 19.5 مليون دولار خلال 2022/2023."""

_THIRD = """محادثات بين سالم الكعبي وجان دوبوا في لوزان يوم 5 مايو 2024.
صفقة سلاح بين عمان وسويسرا بمليارات الدولارات."""


def make_article(file: str, text: str, published_on: date | None, publisher: str | None = None) -> Article:
    """An article of these lines, one paragraph each; a line that begins «اقرأ أيضا» is a related link."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    article_id = Article.id_of(sha256, None)
    paragraphs, start = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        kind = ParagraphKind.RELATED_LINK if line.startswith("اقرأ أيضا") else ParagraphKind.BODY
        paragraphs.append(
            Paragraph(
                article_id=article_id,
                paragraph_no=number,
                line_no=number,
                col_no=1,
                kind=kind,
                start_char=start,
                end_char=start + len(line),
                text=line,
            )
        )
        start += len(line) + 1
    return Article(
        article_id=article_id,
        file=file,
        sha256=sha256,
        byte_length=len(text.encode()),
        encoding="utf-8",
        title=None,
        publisher=publisher,
        language="ar",
        published_on=published_on,
        published_on_basis=None if published_on is None else PublishedOnBasis.METADATA,
        metadata={} if publisher is None else {"desk": "خارجي"},
        paragraphs=tuple(paragraphs),
    )


def words(article: Article, paragraph_no: int, quote: str, basis: Basis = Basis.STATED) -> Evidence:
    """The first place in a paragraph where `quote` stands."""
    paragraph = article.paragraphs[paragraph_no - 1]
    start = paragraph.text.index(quote)
    return Evidence.at(article, paragraph, start, start + len(quote), basis)


class Telling:
    """Collects the mentions and claims of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []
        self.spans: list[ReadSpan] = []

    def mention(self, record_type: RecordType, paragraph_no: int, anchor: str) -> str:
        made = Mention.anchored(record_type, EXTRACTOR, words(self.article, paragraph_no, anchor))
        self.mentions.append(made)
        return made.mention_id

    def claim(
        self,
        mention_id: str,
        field: str,
        value: str | None,
        paragraph_no: int,
        quote: str,
        *,
        part: int | None = None,
        basis: Basis = Basis.STATED,
        modality: Modality | None = None,
        source: Attribution | None = None,
    ) -> None:
        evidence = words(self.article, paragraph_no, quote, basis)
        self.claims.append(
            Claim(
                mention_id=mention_id, field=field, part=part, value=value, evidence=evidence, extractor=EXTRACTOR,
                modality=modality, attribution=source,
            )
        )  # fmt: skip

    def span(self, kind: SpanKind, paragraph_no: int, quote: str, *, used: bool) -> None:
        self.spans.append(ReadSpan(evidence=words(self.article, paragraph_no, quote), kind=kind, used=used))

    def person(self, paragraph_no: int, name: str, country: str, country_quote: str, role: str | None = None) -> str:
        actor = self.mention(RecordType.ACTOR, paragraph_no, name)
        self.claim(actor, "kind", "person", paragraph_no, name)
        self.claim(actor, "name", name, paragraph_no, name)
        self.claim(actor, "country", country, paragraph_no, country_quote, basis=Basis.INFERRED)
        if role is not None:
            self.claim(actor, "role", role, paragraph_no, role)
        return actor

    def country(self, paragraph_no: int, name: str, code: str) -> str:
        actor = self.mention(RecordType.ACTOR, paragraph_no, name)
        self.claim(actor, "name", name, paragraph_no, name)
        self.claim(actor, "country", code, paragraph_no, name)
        return actor

    def extraction(self) -> Extraction:
        return Extraction(mentions=tuple(self.mentions), claims=tuple(self.claims), spans=tuple(self.spans))


ARTICLES = (
    make_article("first.txt", _FIRST, date(2024, 5, 4), "وكالة المثال"),
    make_article("second.txt", _SECOND, date(2024, 5, 10)),
    make_article("sub/third.txt", _THIRD, None),
)
REJECTED = (
    Rejected(file="empty.txt", reason=RejectedReason.EMPTY, detail="no text", byte_length=0),
    Rejected(
        file="bad.txt", reason=RejectedReason.NOT_UTF8, byte_offset=7, detail="byte 7", byte_length=9, sha256="0" * 64
    ),
)


def _first() -> Telling:
    telling = Telling(ARTICLES[0])
    host = telling.person(2, "سالم الكعبي", "OMN", "سالم الكعبي", "الوزير")
    telling.claim(host, "name", "سالم الكعبي", 4, "سالم الكعبي")
    guest = telling.person(2, "جان دوبوا", "CHE", "جان دوبوا")
    office = telling.mention(RecordType.ACTOR, 4, "قائد الحرس")
    telling.claim(office, "kind", "person", 4, "قائد الحرس")
    telling.claim(office, "role", "قائد الحرس", 4, "قائد الحرس")
    meeting = telling.mention(RecordType.MEETING, 2, "استقبل")
    guard = Attribution(
        evidence=words(ARTICLES[0], 4, "قائد الحرس"), kind=AttributionKind.NAMED_OFFICE, actor_mention_id=office
    )
    said = Modality.ASSERTED
    telling.claim(meeting, "kind", "reception", 2, "استقبل", modality=said)
    telling.claim(meeting, "participant", host, 4, "سالم الكعبي", part=1, modality=said, source=guard)
    telling.claim(meeting, "date", "2024-05-03", 2, "3 مايو 2024")
    telling.claim(meeting, "city", "جنيف", 2, "جنيف")
    telling.claim(meeting, "country", "CHE", 2, "جنيف", basis=Basis.INFERRED)
    telling.claim(meeting, "participant", host, 2, "سالم الكعبي", part=1)
    telling.claim(meeting, "participant_role", "host", 2, "استقبل", part=1)
    telling.claim(meeting, "participant", guest, 2, "جان دوبوا")
    _deal(telling, 3, "صفقة أسلحة", "وقعت", "3", "دولار", "exactly", "3")
    telling.span(SpanKind.DATE, 2, "3 مايو 2024", used=True)
    telling.span(SpanKind.MONEY, 3, "3 مليارات دولار", used=True)
    telling.span(SpanKind.MONEY, 5, "50 مليار دولار", used=False)
    return telling


def _second() -> Telling:
    telling = Telling(ARTICLES[1])
    host = telling.person(1, "سالم الكعبى", "OMN", "سالم الكعبى", "وزير الخارجية")
    guest = telling.person(1, "دوبوا", "CHE", "دوبوا")
    meeting = telling.mention(RecordType.MEETING, 1, "التقى")
    telling.claim(meeting, "kind", "talks", 1, "التقى")
    telling.claim(meeting, "date", "2024-05", 1, "مايو 2024")
    telling.claim(meeting, "city", "جنيف", 1, "جنيف")
    telling.claim(meeting, "participant", host, 1, "سالم الكعبى")
    telling.claim(meeting, "participant", guest, 1, "دوبوا")
    _deal(telling, 2, "صفقة السلاح", "أبرمت", "تزيد قيمتها على", "دولار", "more_than", "3 مليارات")
    figure = telling.mention(RecordType.TRADE_FIGURE, 3, "حجم التبادل التجاري")
    telling.claim(figure, "flow", "two_way", 3, "حجم التبادل التجاري")
    telling.claim(figure, "reporter", "OMN", 3, "عمان")
    telling.claim(figure, "partner", "CHE", 3, "سويسرا")
    telling.claim(figure, "amount", "19500000", 3, "19.5 مليون", part=1)
    telling.claim(figure, "currency", "USD", 3, "دولار", part=1, basis=Basis.INFERRED)
    telling.claim(figure, "amount_qualifier", "approximately", 3, "نحو", part=1)
    telling.claim(figure, "period", "2022/2023", 3, "2022/2023")
    telling.span(SpanKind.MONEY, 3, "19.5 مليون دولار", used=True)
    return telling


def _third() -> Telling:
    telling = Telling(ARTICLES[2])
    host = telling.person(1, "سالم الكعبي", "OMN", "سالم الكعبي")
    guest = telling.person(1, "جان دوبوا", "CHE", "جان دوبوا")
    meeting = telling.mention(RecordType.MEETING, 1, "محادثات")
    telling.claim(meeting, "kind", "talks", 1, "محادثات")
    telling.claim(meeting, "date", "2024-05-05", 1, "5 مايو 2024")
    telling.claim(meeting, "city", "لوزان", 1, "لوزان")
    telling.claim(meeting, "participant", host, 1, "سالم الكعبي")
    telling.claim(meeting, "participant", guest, 1, "جان دوبوا")
    _deal(telling, 2, "صفقة سلاح", None, "بمليارات", "الدولارات", "unspecified", None)
    return telling


def _deal(
    telling: Telling,
    paragraph_no: int,
    anchor: str,
    verb: str | None,
    qualifier_quote: str,
    currency_quote: str,
    qualifier: str,
    number_quote: str | None,
) -> None:
    supplier = telling.country(paragraph_no, "سويسرا", "CHE")
    buyer = telling.country(paragraph_no, "عمان", "OMN")
    deal = telling.mention(RecordType.AGREEMENT, paragraph_no, anchor)
    telling.claim(deal, "kind", "arms_deal", paragraph_no, anchor)
    if verb is not None:
        telling.claim(deal, "stage", "signed", paragraph_no, verb)
    amount = None if number_quote is None else "3000000000"
    telling.claim(deal, "amount", amount, paragraph_no, number_quote or qualifier_quote, part=1)
    telling.claim(deal, "currency", "USD", paragraph_no, currency_quote, part=1, basis=Basis.INFERRED)
    telling.claim(deal, "amount_qualifier", qualifier, paragraph_no, qualifier_quote, part=1)
    telling.claim(deal, "party", supplier, paragraph_no, "سويسرا", part=2)
    telling.claim(deal, "party", buyer, paragraph_no, "عمان", part=3)
    if verb == "وقعت":
        telling.claim(deal, "party_role", "supplier", paragraph_no, anchor, part=2)
        telling.claim(deal, "item", "طائرة", paragraph_no, "طائرة", part=4)
        telling.claim(deal, "quantity", "12", paragraph_no, "12", part=4)


EXTRACTIONS = tuple(telling.extraction() for telling in (_first(), _second(), _third()))


def assignments() -> dict[str, tuple[str, str]]:
    """What resolution would decide: one host, one guest, one meeting, one deal; countries by their codes."""
    ids = [[mention.mention_id for mention in extraction.mentions] for extraction in EXTRACTIONS]
    decided: dict[str, tuple[str, str]] = {}
    # Each extraction begins with host and guest; the first article also has the office.
    for number, (host, guest, *others) in enumerate(ids):
        decided[host], decided[guest] = (ids[0][0], "same name"), (ids[0][1], "same name")
        if number == 0:
            decided[others[0]] = (others[0], "only mention")
            others = others[1:]
        meeting, supplier, buyer, deal, *figures = others
        decided[meeting] = (ids[0][3], "same participants, dates near")
        decided[supplier], decided[buyer] = ("CHE", "country"), ("OMN", "country")
        decided[deal] = (ids[0][6], "same parties and kind")
        decided.update({figure: (figure, "only mention") for figure in figures})
    return decided


def judgements() -> tuple[Judgement, ...]:
    """What a person decided: the host is who he is said to be."""
    host = EXTRACTIONS[0].mentions[0].mention_id
    return (
        Judgement(
            action=JudgementAction.ACCEPT, id=host, file="first.txt", paragraph_no=2, field="name", quote="سالم الكعبي",
            decided_by="amal", decided_on=date(2024, 6, 1), reason="the ministry lists him",
        ),
    )  # fmt: skip


def known() -> tuple[tuple[KnownActor, str | None], ...]:
    """One known actor who takes part, and one whom no article names."""
    host = EXTRACTIONS[0].mentions[0].mention_id
    kaabi = KnownActor(
        known_id="kaabi", name="سالم الكعبي", aliases=("سالم بن علي الكعبي", "Salem Al Kaabi"), country="OMN",
        name_en="Salem Al Kaabi", wikidata_id="Q90000001",
    )  # fmt: skip
    return (kaabi, host), (KnownActor(known_id="nobody", name="زيد الغائب"), None)


def undecided() -> tuple[tuple[str, str, str, str], ...]:
    """The guard's commander may be the guest."""
    guest, office = (EXTRACTIONS[0].mentions[at].mention_id for at in (1, 2))
    return (("actor", min(guest, office), max(guest, office), "named beside each other"),)


def _decided_beside() -> dict[str, Any]:
    return {
        "undecided": undecided(),
        "judgements": [Judged(one.judgement_id, one, True) for one in judgements()],
        "known": known(),
    }


def build(
    path: Path,
    articles: Iterable[Article] = ARTICLES,
    extractions: Iterable[Extraction] = EXTRACTIONS,
    rejected: Sequence[Rejected] = REJECTED,
) -> Path:
    """Write the corpus as a database at `path`."""
    articles, extractions = tuple(articles), tuple(extractions)
    added = {mention.mention_id for extraction in extractions for mention in extraction.mentions}
    with store.create(path) as building:
        building.add(articles, extractions, rejected)
        building.resolve(
            ((mention, decided) for mention, decided in assignments().items() if mention in added),
            **_decided_beside() if added.issuperset(assignments()) else {},
        )
        building.finish(extractors=[f"{EXTRACTOR} 1"], given=len(articles) + len(rejected), ignored=1)
        return building.publish()
