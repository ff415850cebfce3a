"""Who says what in an article: verbs of saying, «according to», the colon of a headline, and how far each reaches.

A speaker is heard until the end of the sentence, or of the quotation that it opens. «وأضاف أن …» without a subject goes
on with the speaker before. What is unsure is left out.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from libnews.arabic.source_words import SAYING, Cue, Listened, Source, cue_at, quoted_end, source_at
from libnews.arabic.tokens import Token
from libnews.models.vocabulary import AttributionKind

_OPENING, _CLOSING = frozenset('"«“'), frozenset('"»”')
# How far behind the speaker «that» may stand: an office and a day stand between.
_REACH, _NEAR = 25, 3
# The colon of a headline stands behind a speaker of no more words than this.
_HEAD = 14
RELAYED, SAID, ACCORDING = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Saying:
    """What stands at the tokens `[start, end)` of `paragraph` is said by `source`, whose words stand in `named_in`."""

    paragraph: int
    start: int
    end: int
    source: Source
    named_in: int
    rank: int


@dataclass(slots=True)
class _Speaker:
    source: Source
    named_in: int


class Listener:
    """Hears the paragraphs of one article in their order; remembers who spoke last."""

    def __init__(self) -> None:
        self._last: _Speaker | None = None
        self._open: Saying | None = None
        self._found: list[Saying] = []

    def hear(self, number: int, heard_in: Listened, *, headline: bool) -> list[Saying]:
        """The sayings of paragraph `number`, in text order."""
        self._found, self._open = [], None
        for start, end in heard_in.sentences:
            before = len(self._found)
            if self._open is not None:
                self._go_on(number, heard_in, start, end)
            self._hear_head(number, heard_in, start, end, headline=headline and start == 0)
            self._hear_sentence(number, heard_in, start, end)
            self._leave_open(heard_in, self._found[before:], end)
        return self._found

    def _hear_sentence(self, number: int, heard_in: Listened, start: int, end: int) -> None:
        after = start
        for position in heard_in.saying[bisect_left(heard_in.saying, start) : bisect_left(heard_in.saying, end)]:
            found = cue_at(heard_in.tokens, position, *SAYING) if position >= after else None
            if found is None:
                continue
            cue, after = found
            if cue.what == "according":
                self._according(number, heard_in, (start, end), cue, after)
            elif cue.what == "saying":
                self._goes_on_saying(number, heard_in, start, after, end)
            else:
                self._says(number, heard_in, (start, end), position, cue, after)

    def _add(self, number: int, start: int, end: int, speaker: _Speaker, rank: int) -> None:
        if start < end:
            self._found.append(Saying(number, start, end, speaker.source, speaker.named_in, rank))

    def _says(
        self, number: int, heard_in: Listened, sentence: tuple[int, int], verb: int, cue: Cue, after: int
    ) -> None:
        tokens, (start, end) = heard_in.tokens, sentence
        subject = _past_asides(tokens, after, end)
        source = None if _begins_speech(tokens, subject) else source_at(heard_in, subject)
        if source is not None and source.end > end:
            return
        if source is None:
            self._says_unnamed(number, heard_in, sentence, verb, subject)
            return
        if cue.what == "relays" and source.end < end and tokens[source.end].bare == "عن":
            relayed = source_at(heard_in, source.end + 1)
            if relayed is None:
                return
            source = relayed
        speaker = _Speaker(source, number)
        what = _what_is_said(heard_in, source.end, end, weak=cue.value == "weak")
        if _is_relative(tokens, verb, start) and (what is None or tokens[verb - 1].bare != "كما"):
            self._add(number, start, end, speaker, ACCORDING)
            return
        if what is not None:
            self._add(number, what, end, speaker, SAID)
        if what is not None or cue.value != "weak":
            self._last = speaker

    def _says_unnamed(
        self, number: int, heard_in: Listened, sentence: tuple[int, int], verb: int, subject: int
    ) -> None:
        """«وأضاف أن …», «ترامب قال إن …»: the speaker stands before the verb, or spoke before."""
        what = _that_within(heard_in.tokens, subject, min(subject + _NEAR, sentence[1]))
        if what is None:
            return
        speaker = self._subject_before(number, heard_in, sentence[0], verb) or self._last
        if speaker is not None:
            self._add(number, what, sentence[1], speaker, SAID)

    def _goes_on_saying(self, number: int, heard_in: Listened, start: int, after: int, end: int) -> None:
        """«…، مشيرا إلى أن …» is said by whom the sentence heard last, else by its subject."""
        what = _that_within(heard_in.tokens, after, min(after + _NEAR, end))
        if what is None and cue_at(heard_in.tokens, after, "governed") is not None:
            what = after + 1
        heard = [one for one in self._found if one.start >= start and one.rank == SAID]
        speaker = _Speaker(heard[-1].source, heard[-1].named_in) if heard else None
        speaker = speaker or self._subject_before(number, heard_in, start, after) or self._last
        if what is not None and speaker is not None:
            self._add(number, what, end, speaker, SAID)

    def _subject_before(self, number: int, heard_in: Listened, start: int, verb: int) -> _Speaker | None:
        """The first person or body of the sentence before its verb."""
        for position in range(start, verb):
            known = heard_in.known.get(position)
            if known is not None:
                return _Speaker(Source(position, known.end, known.cut, known.kind), number)
            told = source_at(heard_in, position) if cue_at(heard_in.tokens, position, "some", "source") else None
            if told is not None and told.kind is AttributionKind.ANONYMOUS:
                return _Speaker(told, number)
        return None

    def _according(self, number: int, heard_in: Listened, sentence: tuple[int, int], cue: Cue, after: int) -> None:
        tokens, (start, end) = heard_in.tokens, sentence
        rank = RELAYED if cue.value == "relay" else ACCORDING
        if cue_at(tokens, after, "own_words") is not None:
            speaker = self._subject_before(number, heard_in, start, after) or self._last
            if speaker is not None:
                self._add(number, start, end, speaker, rank)
            return
        if after < end and tokens[after].bare in ("ما", "لما"):
            return  # «وفقا لما ذكرت …»: the verb that follows tells
        source = source_at(heard_in, after)
        if source is None or source.end > end or not _is_sure(heard_in, source):
            return
        self._add(number, start, end, _Speaker(source, number), rank)

    def _hear_head(self, number: int, heard_in: Listened, start: int, end: int, *, headline: bool) -> None:
        """«بوتين: …», «بكين لواشنطن: …», «"واشنطن بوست": …»."""
        tokens = heard_in.tokens
        if ":" not in [token.text for token in tokens[start : min(end, start + _HEAD)]]:
            return
        source = source_at(heard_in, start)
        if source is None or source.end >= end:
            return
        colon = source.end
        addressed = tokens[colon].bare.startswith("ل") and colon in heard_in.places
        colon += addressed
        if colon + 1 >= end or tokens[colon].text != ":":
            return
        listed = start in heard_in.known or tokens[start].text in _OPENING
        if not listed and (not headline or (start in heard_in.places and not addressed)):
            return
        speaker = _Speaker(source, number)
        self._add(number, colon + 1, len(tokens) if headline else end, speaker, SAID)
        self._last = speaker

    def _leave_open(self, heard_in: Listened, heard: Sequence[Saying], end: int) -> None:
        """A quotation that the sentence opens and does not close goes on in the next."""
        said = [one for one in heard if one.rank == SAID and one.end == end]
        if not said:
            return
        last = said[-1]
        begin = max(0, last.start - 1)
        self._open = last if _is_open(heard_in.tokens[begin:end], inside=False) else None

    def _go_on(self, number: int, heard_in: Listened, start: int, end: int) -> None:
        if self._open is None:
            return
        closed = next((p for p in range(start, end) if heard_in.tokens[p].text in _CLOSING), None)
        self._found.append(replace(self._open, start=start, end=end if closed is None else max(closed, start + 1)))
        if closed is not None:
            self._open = None


def _is_open(tokens: Sequence[Token], *, inside: bool) -> bool:
    for token in tokens:
        if token.text in _OPENING or token.text in _CLOSING:
            inside = token.text in _OPENING and not (inside and token.text in _CLOSING)
    return inside


def _is_relative(tokens: Sequence[Token], verb: int, start: int) -> bool:
    return verb > start and tokens[verb - 1].bare in ("ما", "لما", "كما", "حسبما", "بحسبما", "وفقما", "مثلما")


def _is_sure(heard_in: Listened, source: Source) -> bool:
    """«وفق الشريعة» names no source: a word that only looks like a name has to be followed by a pause."""
    if source.start in heard_in.known or source.kind is not AttributionKind.NAMED_PERSON:
        return True
    after = source.end
    return after >= len(heard_in.tokens) or heard_in.tokens[after].text in "،,.؛"


def _past_asides(tokens: Sequence[Token], position: int, end: int) -> int:
    while position < end and (found := cue_at(tokens, position, "aside")) is not None:
        position = found[1]
    return position


def _that_end(tokens: Sequence[Token], position: int) -> int | None:
    """The position after «that», a colon or an opening quotation mark."""
    if position >= len(tokens):
        return None
    if tokens[position].text == ":" or tokens[position].text in _OPENING:
        return position + 1
    found = cue_at(tokens, position, "that")
    return None if found is None else found[1]


def _begins_speech(tokens: Sequence[Token], position: int) -> bool:
    """Whether no subject follows a verb of saying: «وقال إن …», «وقال: …», «وقال "…", but not «وذكر "أكسيوس" أن …»."""
    if _that_end(tokens, position) is None:
        return False
    named = quoted_end(tokens, position)
    return named is None or _that_end(tokens, named) is None or tokens[position].text not in _OPENING


def _that_within(tokens: Sequence[Token], start: int, end: int) -> int | None:
    for position in range(start, end):
        found = _that_end(tokens, position)
        if found is not None:
            return found
    return None


def _what_is_said(heard_in: Listened, after: int, end: int, *, weak: bool) -> int | None:
    """Where what a speaker says begins; `None` where what follows tells only when and where he spoke."""
    tokens = heard_in.tokens
    position = _past_asides(tokens, after, end)
    if position >= end:
        return None
    direct = _that_end(tokens, position)
    if direct is not None:
        return direct
    if cue_at(tokens, position, "governed") is not None:
        return _that_within(tokens, position + 1, min(position + _NEAR, end)) or (None if weak else position + 1)
    framed = cue_at(tokens, position, "frame") is not None
    aside = not tokens[position].is_word or position in heard_in.known or framed or position in heard_in.counts
    if aside or source_at(heard_in, position) is not None:
        return _that_within(tokens, position, min(position + _REACH, end))
    near = _that_within(tokens, position, min(position + _NEAR, end))
    return near if near is not None or weak else position
