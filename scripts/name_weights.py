"""Learn lexicon/name_weights.tsv from articles whose persons are marked by hand.

    python scripts/name_weights.py GOLD_FOLDER TEXT_FOLDER [GOLD_FOLDER TEXT_FOLDER ...]

A GOLD_FOLDER holds one JSON file an article with the names of its persons, the TEXT_FOLDER its text. An averaged
structured perceptron (Collins 2002) goes over the paragraphs several times; the order is the same at every run.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from libnews.arabic.name_cues import (
    Cues,
    cues_of,
    neighbour_features,
    outer_features,
    situation_features,
    sort_features,
)
from libnews.arabic.name_runs import (
    BEGINS,
    BEHIND_CLITIC,
    GOES_ON,
    IMPOSSIBLE,
    OUTSIDE,
    Sums,
    allowed_steps,
    best_states,
)
from libnews.arabic.name_words import clitic_features, features, without_clitic
from libnews.arabic.places import find_places
from libnews.arabic.positions import places_by_token
from libnews.arabic.sightings import title_ends
from libnews.arabic.tokens import Token, tokenize
from libnews.arabic.words import clitic_forms
from libnews.loaders import discover, load_file
from libnews.models import Article

LEXICON = Path(__file__).parent.parent / "libnews" / "arabic" / "lexicon"
ROUNDS, TURNS, MARGIN = 10, 3, 8
SEEN_FROM, SCALE, SMALLEST = 3, 100, 4
HEAD = """# How much a feature of a word or its neighbours speaks for standing outside a name, beginning one,
# beginning one behind a clitic, and going on with one.
# Source: learned by scripts/name_weights.py from articles whose persons the developers marked by hand.
"""
Paragraph = tuple[list[Cues], list[int]]
ByState = tuple[tuple[str, ...], ...]
Weights = dict[str, list[float]]


def paragraphs(gold: str, texts: str) -> Iterator[Paragraph]:
    articles = {Path(a.file).name: a for a in map(load_file, discover([texts]).files) if isinstance(a, Article)}
    for path in sorted(Path(gold).glob("*.json")):
        forms = name_forms(path)
        for paragraph in articles[path.stem + ".txt"].paragraphs:
            if paragraph.kind.is_read:
                yield marked(paragraph.text, forms)


def marked(text: str, forms: list[tuple[str, ...]]) -> Paragraph:
    tokens = tokenize(text)
    places = places_by_token(tokens, find_places(text, tokens))
    return cues_of(tokens, places, title_ends(tokens, places)), states(tokens, forms)


def name_forms(path: Path) -> list[tuple[str, ...]]:
    actors = json.loads(path.read_text(encoding="utf-8"))["actors"].values()
    names = {name for actor in actors if actor["kind"] == "person" for name in actor["names"]}
    forms = {tuple(token.bare for token in tokenize(name)) for name in names}
    return sorted(forms, key=lambda form: (-len(form), form))


def states(tokens: list[Token], forms: list[tuple[str, ...]]) -> list[int]:
    found = [OUTSIDE] * len(tokens)
    position = 0
    while position < len(tokens):
        hit = next((hit for form in forms if (hit := stands_at(tokens, position, form)) is not None), None)
        if hit is None:
            position += 1
            continue
        length, cut = hit
        found[position] = BEHIND_CLITIC if cut else BEGINS
        found[position + 1 : position + length] = [GOES_ON] * (length - 1)
        position += length
    return found


def stands_at(tokens: list[Token], start: int, form: tuple[str, ...]) -> tuple[int, int] | None:
    if tuple(token.bare for token in tokens[start + 1 : start + len(form)]) != form[1:]:
        return None
    return next(((len(form), cut) for cut, rest in clitic_forms(tokens[start].bare) if rest == form[0]), None)


def _behind_clitic(word: str) -> tuple[str, ...]:
    reading = without_clitic(word)
    return () if reading is None else (*features(reading[1]), *clitic_features(word))


def shown(cue: Cues) -> ByState:
    """The features of a token for each of the four states."""
    outer_before, before, after, outer_after = cue.sorts
    here = (
        *neighbour_features("P", *cue.before),
        *neighbour_features("N", *cue.after),
        *outer_features(outer_before, cue.sort, outer_after),
        *situation_features(cue.place, cue.title, cue.sort),
    )
    own = (*features(cue.word), *here, *sort_features(before, cue.sort, after))
    if cue.clitic_sort is None:
        return (), own, (), own
    return (), own, (*_behind_clitic(cue.word), *here, *sort_features(before, cue.clitic_sort, after)), own


class Learner:
    """An averaged perceptron over sequences; what is not right by a margin moves the weights too."""

    def __init__(self, seed: int) -> None:
        self.weights: Weights = defaultdict(lambda: [0.0] * 4)
        self.totals: Weights = defaultdict(lambda: [0.0] * 4)
        self.time = 1
        self.order = random.Random(seed)

    def learn(self, marked_: list[Paragraph]) -> None:
        data = prepared(marked_)
        for round_ in range(ROUNDS):
            self.order.shuffle(data)
            wrong = sum(self.correct(cues, by_state, gold) for cues, by_state, gold in data)
            print(f"round {round_ + 1}: {wrong} of {len(data)} paragraphs not right by the margin", file=sys.stderr)

    def correct(self, cues: list[Cues], by_state: list[ByState], gold: list[int]) -> bool:
        """Move the weights towards `gold` where the best sequence is another; whether it was."""
        self.time += 1
        guess = self.decode(cues, by_state, gold)
        if guess != gold:
            self.move(cues, by_state, gold, 1)
            self.move(cues, by_state, guess, -1)
        return guess != gold

    def move(self, cues: list[Cues], by_state: list[ByState], path: list[int], amount: int) -> None:
        before = OUTSIDE
        for cue, found, state in zip(cues, by_state, path, strict=True):
            for feature in found[state]:
                self.add(feature, state, amount)
            if before or state:
                self.add(f"t{before}", state, amount)
                self.add(f"t{before}{cue.sort}", state, amount)
            before = state

    def add(self, feature: str, state: int, amount: int) -> None:
        self.weights[feature][state] += amount
        self.totals[feature][state] += self.time * amount

    def decode(self, cues: list[Cues], by_state: list[ByState], gold: list[int]) -> list[int]:
        emissions, transitions, bound = [], [], False
        for cue, found, right in zip(cues, by_state, gold, strict=True):
            emission = self.emission(cue, found)
            emissions.append(tuple(sum_ + MARGIN * (state != right) for state, sum_ in enumerate(emission)))
            sums = [self.sums((f"t{old}", f"t{old}{cue.sort}")) for old in range(4)]
            transitions.append(allowed_steps(sums, bound))
            bound = cue.binds
        return best_states(emissions, transitions)

    def emission(self, cue: Cues, found: ByState) -> Sums:
        if not cue.is_word and not cue.joins:
            return 0, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE
        begins, behind, goes_on = (self.sums(found[state])[state] for state in (1, 2, 3))
        begins = IMPOSSIBLE if cue.joins else begins
        return 0, begins, IMPOSSIBLE if cue.joins or cue.clitic_sort is None else behind, goes_on

    def sums(self, found: tuple[str, ...]) -> Sums:
        known = [self.weights[feature] for feature in found if feature in self.weights]
        return tuple(map(sum, zip(*known, strict=True))) if known else (0, 0, 0, 0)

    def averages(self) -> Weights:
        return {
            feature: [now - total / self.time for now, total in zip(weights, self.totals[feature], strict=True)]
            for feature, weights in self.weights.items()
        }


def prepared(marked_: list[Paragraph]) -> list[tuple[list[Cues], list[ByState], list[int]]]:
    """The features of each token for each state, those left out that few tokens have."""
    seen: Counter[str] = Counter()
    data = []
    for cues, gold in marked_:
        by_state = [shown(cue) for cue in cues]
        for _, begins, behind, _ in by_state:
            seen.update(begins)
            seen.update(behind)
        possible = [state if cue.is_word or cue.joins else OUTSIDE for state, cue in zip(gold, cues, strict=True)]
        data.append((cues, by_state, possible))
    keep = {feature for feature, times in seen.items() if times >= SEEN_FROM}
    return [
        (cues, [tuple(tuple(f for f in found if f in keep) for found in one) for one in by_state], gold)
        for cues, by_state, gold in data
    ]


def learned(marked_: list[Paragraph]) -> dict[str, list[int]]:
    """The mean weights of several turns, each over the paragraphs in another order, as whole numbers."""
    mean: Weights = defaultdict(lambda: [0.0] * 4)
    for seed in range(TURNS):
        learner = Learner(seed)
        learner.learn(list(marked_))
        for feature, weights in learner.averages().items():
            mean[feature] = [old + new / TURNS for old, new in zip(mean[feature], weights, strict=True)]
    return {feature: [round(SCALE * weight) for weight in weights] for feature, weights in mean.items()}


def main(folders: list[str]) -> None:
    marked_ = [p for gold, texts in zip(folders[::2], folders[1::2], strict=True) for p in paragraphs(gold, texts)]
    kept = {f: weights for f, weights in learned(marked_).items() if max(map(abs, weights)) >= SMALLEST}
    lines = [f"{feature}\t" + "\t".join(map(str, weights)) + "\n" for feature, weights in sorted(kept.items())]
    (LEXICON / "name_weights.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
