"""How surely each claim is said, from the words that govern its clause; and statuses that agree with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from libnews.extract.draft import Draft, Place
from libnews.models.annotation import Form, Mark, MarkKind, Reading, Sentence
from libnews.models.vocabulary import AgreementStage, MeetingStatus, Modality, RecordType

_SAYING = frozenset({MarkKind.PLANNED, MarkKind.UNREAL, MarkKind.MODAL})
# Such a word stands near what it speaks of («لم يوقع», «احتمال توقيع», «صفقة الأسلحة المحتملة»), in characters; before
# a «that» it may be followed by a subject («نفى الوزير أن …»).
_BEHIND, _AHEAD, _CARRIED = 30, 40, 90
# «من المقرر أن»: nothing stands between, or one word.
_BEFORE_THAT = 2
_TRIGGERS = frozenset({"kind", "flow", "stage", "status"})
_MODALITIES = frozenset(Modality)
_FOLLOWING = (Modality.PLANNED, Modality.POSSIBLE)


class Sureness(NamedTuple):
    """How surely something is said (null: neither fact nor plan nor doubt), and the words that say so, if any do."""

    modality: Modality | None
    words: Place | None


class Modalities:
    """How surely each place of an article is said."""

    def __init__(self, reading: Reading) -> None:
        self._sentences: dict[int, list[Sentence]] = defaultdict(list)
        for sentence in reading.sentences:
            self._sentences[sentence.paragraph_no].append(sentence)
        # Many claims rest on the same words.
        self._holding: dict[Place, Sentence | None] = {}
        self._sureness: dict[Place, Sureness] = {}

    def sentence_of(self, at: Place) -> Sentence | None:
        """The sentence that holds the words."""
        if at not in self._holding:
            near = self._sentences[at.paragraph_no]
            self._holding[at] = next((one for one in near if one.span[0] <= at.span[0] < one.span[1]), None)
        return self._holding[at]

    def at(self, at: Place) -> Sureness:
        """How surely the words at a place are said: by the word that governs their clause, else they are asserted."""
        if at not in self._sureness:
            self._sureness[at] = self._told(at)
        return self._sureness[at]

    def _told(self, at: Place) -> Sureness:
        sentence = self.sentence_of(at)
        if sentence is None:
            return Sureness(None, None)
        mark = _governing(sentence, *at.span)
        if mark is None:
            return Sureness(Modality.ASSERTED, None)
        return Sureness(_modality(mark), Place(at.paragraph_no, mark.span))

    def of(self, draft: Draft) -> dict[Place, Modality | None]:
        """The modality of each place that a draft's claims rest on; what one sentence tells of a record agrees."""
        triggers = self._triggers(draft)
        found: dict[Place, Modality | None] = {}
        for _, _, _, at in draft.values:
            if at not in found:
                near = self._trigger_near(at, triggers)
                found[at] = self.at(at).modality if near is None else triggers[near]
        return found

    def _triggers(self, draft: Draft) -> dict[Place, Modality | None]:
        """The words that tell of the record; a status decides for all of its sentence that else would be asserted."""
        found = {at: self.at(at).modality for (name, _, _, at) in draft.values if name in _TRIGGERS}
        for name, _, value, at in draft.values:
            decided = _decided(name, value)
            if decided is not None:
                beside = {m for other, m in found.items() if self.sentence_of(other) is self.sentence_of(at)}
                only_possible = decided is Modality.PLANNED and Modality.POSSIBLE in beside
                found[at] = Modality.POSSIBLE if only_possible else decided
                for other, modality in found.items():
                    if modality is Modality.ASSERTED and self.sentence_of(other) is self.sentence_of(at):
                        found[other] = decided
        return found

    def _trigger_near(self, at: Place, triggers: Iterable[Place]) -> Place | None:
        sentence = self.sentence_of(at)
        within = [one for one in triggers if self.sentence_of(one) is sentence and sentence is not None]
        return min(within, key=lambda one: (abs(one.span[0] - at.span[0]), one.span), default=None)


def settle(draft: Draft, modalities: Modalities) -> None:
    """Let status and stage agree with how surely the record is told: what is planned is not held or signed."""
    told = [modalities.at(at) for (name, _, _, at) in draft.values if name == "kind"]
    if draft.record_type is RecordType.MEETING and not any(name == "status" for (name, *_) in draft.values):
        status = _status(told)
        words = next((one.words for one in told if one.words is not None), None)
        if status is not None and words is not None:
            draft.add("status", status.value, words)
    if draft.record_type is RecordType.AGREEMENT:
        for key in [key for key in draft.values if key[0] == "stage"]:
            name, part, value, at = key
            stage = _stage(value, modalities.at(at).modality)
            if stage != value:
                basis = draft.values.pop(key)
                draft.add(name, stage, at, basis, part)


def _status(told: list[Sureness]) -> MeetingStatus | None:
    modalities = {one.modality for one in told}
    if modalities == {Modality.DENIED}:
        return MeetingStatus.DENIED
    if modalities and modalities <= {Modality.PLANNED, Modality.POSSIBLE}:
        return MeetingStatus.PLANNED
    return None


def _stage(value: str | None, modality: Modality | None) -> str | None:
    if value not in (AgreementStage.SIGNED, AgreementStage.IN_FORCE):
        return value
    if modality is Modality.DENIED:
        return AgreementStage.DENIED.value
    # «صفقة الأسلحة المحتملة التي أبرمتها»: that it is only possible does not make it planned
    return AgreementStage.PLANNED.value if modality is Modality.PLANNED else value


def _decided(name: str, value: str | None) -> Modality | None:
    """What a status or stage calls planned or denied is told so, whatever its clause looks like."""
    decides = name in ("status", "stage") and value in (Modality.PLANNED, Modality.DENIED)
    return Modality(value) if decides and value is not None else None


def _modality(mark: Mark) -> Modality | None:
    if mark.future or mark.kind is MarkKind.STAGE:
        return Modality.PLANNED
    return Modality(mark.value) if mark.value in _MODALITIES else None


def _governing(sentence: Sentence, start: int, end: int) -> Mark | None:
    """The last word before the place that says how surely, in its clause or before a «that»; else one close behind."""
    clause: list[Mark] = []
    carried: list[Mark] = []
    behind: Mark | None = None
    marks = sentence.marks
    if sentence.modals:
        marks = tuple(sorted((*marks, *sentence.modals), key=lambda mark: mark.position))
    for mark in marks:
        if mark.start_char > start:
            if mark.kind is MarkKind.BARRIER and mark.start_char >= end:
                break
            if behind is None and _speaks(mark) and _is_behind(mark, end):
                behind = mark
            continue
        if mark.kind is MarkKind.BARRIER:
            carried = list(_carried(clause, mark))
            clause = list(carried)
        elif mark.kind is MarkKind.AND:
            clause, carried = [], []
        elif _speaks(mark) and (mark.end_char <= start or _modality(mark) is Modality.PLANNED):
            clause.append(mark)  # «سيزور» speaks of itself, «دعوة» only of what follows it
    reaching = [m for m in clause if start - m.end_char <= (_CARRIED if m in carried else _AHEAD)]
    return reaching[-1] if reaching else behind


def _is_behind(mark: Mark, end: int) -> bool:
    governs = mark.form is Form.VERB and not mark.future
    return not governs and _modality(mark) in _FOLLOWING and mark.start_char - end <= _BEHIND


def _carried(clause: list[Mark], barrier: Mark) -> Iterator[Mark]:
    """«من المقرر أن», «نفى الوزير أن»: what governs the clause that «that» begins."""
    if barrier.value == "that":
        for mark in clause:
            if mark.form is Form.VERB or barrier.position - mark.position <= _BEFORE_THAT:
                yield mark


def _speaks(mark: Mark) -> bool:
    return mark.kind in _SAYING or mark.future or (mark.kind is MarkKind.STAGE and mark.value == AgreementStage.PLANNED)
