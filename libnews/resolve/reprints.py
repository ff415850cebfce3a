"""Which article repeats another's text for the most part: an agency's words under another headline, or cut short.

Texts are compared by runs of words. A few of the runs, picked by what they are, stand in an index that finds the pairs
worth comparing, so that cost grows with the articles and not with their pairs. What many stories carry (a site's
footer, how to subscribe) is left out first.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import chain
from zlib import crc32

from libnews.models.corpus import Story
from libnews.readers import reader_for

# So much of a text must stand in the other's. Read on pairs of real articles: above are copies that an editor went
# over, below are stories of one outlet that share their background, and receptions with the same guests.
_MOST = 2 / 3
_RUN = 4  # words that must stand together to count as repeated
_FEWEST = 20  # words that tell a text from another
_PICKED = 8  # one run of so many stands in the index
_ENOUGH = 4  # one picked run of so many in common, and the pair is compared in full
_FIRST = 20  # articles of a much repeated run that others are compared with
# A text is reprinted within days; a sentence that stands in so many articles over a longer time, or in so many
# altogether, belongs to the page and not to the story.
_SEVERAL, _REPRINT_DAYS, _MANY = 5, 14, 50
_NUMBERS = 5  # so many numbers tell a form that is filled in anew each day from a reprint

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?؟\n]+")


@dataclass(slots=True)
class _Text:
    """The words of a story as numbers: a corpus of texts would not fit."""

    article_id: str
    published_on: date | None
    words: "array[int]"
    ends: "array[int]"
    """Where each sentence ends in `words`."""
    sentences: "array[int]"
    """A hash of each sentence."""
    numbers: "array[int]"
    """Which of `words` are numbers, each once."""

    @property
    def order(self) -> tuple[date, str]:
        return self.published_on or date.max, self.article_id

    def without(self, sentences: Container[int]) -> None:
        """Take these sentences out of the words."""
        if not any(one in sentences for one in self.sentences):
            return
        kept, start = array("I"), 0
        for sentence, end in zip(self.sentences, self.ends, strict=True):
            if sentence not in sentences:
                kept += self.words[start:end]
            start = end
        self.words = kept
        self.numbers = array("I", sorted(set(self.numbers) & set(kept)))


def find_reprints(stories: Iterable[Story]) -> dict[str, str]:
    """Every article that repeats another, with the original: the earliest published (undated after dated), then by id.

    An original is itself no reprint: a copy of a copy names what both repeat. A text that stands in a longer one of
    the same day or unknown day is a copy cut short, whichever has the smaller id.
    """
    texts = sorted(_texts(stories), key=lambda text: text.order)
    repeats: dict[int, int] = {}
    for number, others in _candidates(texts):
        found = [other for other in others if _is_copy(texts[number], texts[other])]
        if found:
            repeats[number] = found[0]
    originals = {number: _original(number, repeats) for number in repeats}
    return {texts[one].article_id: texts[other].article_id for one, other in originals.items() if one != other}


def _original(number: int, repeats: dict[int, int]) -> int:
    """Where the copies lead; of texts that repeat one another in a ring the earliest."""
    seen: list[int] = []
    while number in repeats and number not in seen:
        seen.append(number)
        number = repeats[number]
    return min(seen[seen.index(number) :]) if number in seen else number


def _texts(stories: Iterable[Story]) -> list[_Text]:
    texts = [_text(story) for story in stories]
    of_pages = _furniture(texts)
    for text in texts:
        text.without(of_pages)
    return [text for text in texts if len(text.words) >= _FEWEST]


def _text(story: Story) -> _Text:
    text = _Text(story.article_id, story.published_on, array("I"), array("I"), array("Q"), array("I"))
    numbers: set[int] = set()
    for sentence in _sentences(story):
        words = _WORD.findall(sentence)
        text.words.extend(map(_code, words))
        text.ends.append(len(text.words))
        text.sentences.append(int.from_bytes(blake2b(sentence.encode(), digest_size=8).digest(), "big"))
        numbers.update(_code(word) for word in words if word.isdigit())
    text.numbers = array("I", sorted(numbers))
    return text


def _code(word: str) -> int:
    return crc32(word.encode())


def _furniture(texts: Sequence[_Text]) -> set[int]:
    """The sentences that stand on page after page, whatever the story."""
    many = _repeated_in((text.sentences for text in texts), _SEVERAL)
    days: dict[int, list[date | None]] = defaultdict(list)
    for text in texts:
        for sentence in many.intersection(text.sentences):
            days[sentence].append(text.published_on)
    found = set()
    for sentence, all_days in days.items():
        if len(all_days) >= _SEVERAL:
            dated = sorted(day for day in all_days if day is not None)
            lasting = len(dated) >= _SEVERAL and (dated[-1] - dated[0]).days > _REPRINT_DAYS
            if lasting or len(all_days) > _MANY:
                found.add(sentence)
    return found


def _repeated_in(numbers: Iterable["array[int]"], times: int) -> set[int]:
    """Numbers that occur at least so many times in all: sorted, since a count of each would take more room."""
    every = sorted(chain.from_iterable(numbers))
    return {one for one, other in zip(every, every[times - 1 :], strict=False) if one == other}


def _sentences(story: Story) -> list[str]:
    reader = reader_for(story.language)
    fold: Callable[[str], str] = str.casefold if reader is None else reader.fold
    return [one for line in story.lines for part in _SENTENCE_END.split(fold(line)) if (one := part.strip())]


def _candidates(texts: Sequence[_Text]) -> Iterable[tuple[int, list[int]]]:
    """Each text with those that may hold most of it, the earliest first."""
    picked = [array("Q", (run for run in _runs(text.words) if run % _PICKED == 0)) for text in texts]
    shared_runs = _repeated_in(picked, 2)
    holders: dict[int, list[int]] = defaultdict(list)
    for number, runs in enumerate(picked):
        for run in dict.fromkeys(runs):
            if run in shared_runs and len(holders[run]) < _FIRST:
                holders[run].append(number)
    for number, runs in enumerate(picked):
        here = set(runs)
        shared = Counter(other for run in here & holders.keys() for other in holders[run] if other != number)
        yield number, sorted(other for other, count in shared.items() if count * _ENOUGH >= len(here))


def _runs(words: "array[int]") -> Iterable[int]:
    return (
        ((a * 31 + b) * 31 + c) * 31 + d for a, b, c, d in zip(words, words[1:], words[2:], words[3:], strict=False)
    )


def _is_copy(one: _Text, other: _Text) -> bool:
    """Whether the one repeats the other: most of it stands there, and it is not known to be the earlier."""
    if one.published_on is not None and other.published_on is not None and one.published_on < other.published_on:
        return False
    if _repeated(one, other) < _MOST or _filled_in_anew(one, other):
        return False
    return other.order < one.order or _repeated(other, one) < _MOST


def _repeated(one: _Text, other: _Text) -> float:
    """How much of the one's words stand in runs that the other holds too."""
    held = set(_runs(other.words))
    repeated = end = 0
    for start, run in enumerate(_runs(one.words)):
        if run in held:
            repeated += start + _RUN - max(start, end)
            end = start + _RUN
    return repeated / len(one.words)


def _filled_in_anew(one: _Text, other: _Text) -> bool:
    """Rates, prices, scores: the words are those of yesterday, the numbers are not."""
    return len(one.numbers) >= _NUMBERS and 2 * len(set(one.numbers).intersection(other.numbers)) < len(one.numbers)
