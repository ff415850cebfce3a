"""Frozen, typed values: what libnews reads, claims, records and finds."""

from libnews.models.actor import Actor
from libnews.models.agreement import Agreement, AgreementItem, Party
from libnews.models.article import Article
from libnews.models.baseline import Baseline
from libnews.models.claim import Attribution, Claim, Extraction, Mention, ReadSpan
from libnews.models.dates import Edtf
from libnews.models.evidence import Evidence
from libnews.models.finding import Finding, Rejected
from libnews.models.judgement import Judgement
from libnews.models.known_actor import KnownActor
from libnews.models.meeting import Meeting, Participant
from libnews.models.money import Money
from libnews.models.paragraph import Paragraph
from libnews.models.project import Bounds, Filled
from libnews.models.record import Record
from libnews.models.trade_figure import TradeFigure

__all__ = [
    "Actor", "Agreement", "AgreementItem", "Article", "Attribution", "Baseline", "Bounds", "Claim", "Edtf", "Evidence",
    "Extraction", "Filled", "Finding", "Judgement", "KnownActor", "Meeting", "Mention", "Money", "Paragraph",
    "Participant", "Party", "ReadSpan", "Record", "Rejected", "TradeFigure",
]  # fmt: skip
