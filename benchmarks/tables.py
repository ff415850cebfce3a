"""Results as Markdown: every figure with its target, then each stage with its ways, the growth, and the profile."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from statistics import median
from typing import Any

from benchmarks.results import Results
from benchmarks.stage import shown, spread

_MET = {True: "yes", False: "**no**", None: ""}


def markdown(results: Results) -> str:
    """All of it."""
    stages, growth, profile = results["stages"], results.get("growth"), results.get("profile")
    told = {**stages, "growth": growth} if growth else stages
    parts = ["### Figures and targets\n", _summary(told), *_machines(told)]
    for name, stage in stages.items():
        parts += [f"### Stage {name}\n", f"{_flowing(stage['what'])}\n", _circumstances(stage), _ways(stage)]
    if growth:
        parts += ["### From few articles to many\n", _circumstances(growth), _growth(growth)]
    if profile:
        parts += ["### Where the time goes\n", _circumstances(profile), *_profile(profile)]
    return "\n".join(parts)


def _flowing(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _circumstances(result: Results) -> str:
    rounds = result["rounds"]
    counted = f"{_counted(result['articles'])} articles, {rounds} {'round' if rounds == 1 else 'rounds'}"
    return f"{counted}, {result['measured_on']}.\n"


def _machines(told: Results) -> Iterator[str]:
    """What machine and versions: once for all stages that were measured alike."""
    alike = defaultdict[str, list[str]](list)
    for name, result in told.items():
        machine = result["machine"]
        packages = ", ".join(f"{package} {number}" for package, number in result["versions"].items())
        alike[
            f"{machine['processors']} processors ({machine['architecture']}, {machine['system']}), "
            f"Python {machine['python']}, {packages}"
        ].append(name)
    for kind, names in alike.items():
        yield f"Measured on {kind}: {', '.join(names)}.\n"


def _counted(articles: int | str) -> str:
    return articles if isinstance(articles, str) else f"{articles:,}"


def _summary(stages: Results) -> str:
    rows = [
        (
            name, figure["what"], spread(figure["values"]) if figure["values"] else "not measured",
            str(len(figure["values"])), figure["target"] or "", _MET[figure["met"]],
        )
        for name, stage in stages.items()
        for figure in stage["figures"]
    ]  # fmt: skip
    head = ("stage", "figure", "median (least-most)", "rounds", "target", "met")
    return _table(head, rows, "llrrll")


def _ways(stage: Results) -> str:
    unit = stage["unit"]
    rows = [_way(name, way["runs"]) for name, way in stage["ways"].items()]
    rows += [
        (name, "left out: not installed is " + ", ".join(missing), "", "", "", "", "")
        for name, missing in stage["left_out"].items()
    ]
    head = ("way", unit, "CPU s (least-most)", "wall s (least-most)", f"{unit} a CPU s", "peak MB", "told besides")
    steps = [row for name, way in stage["ways"].items() for row in _steps(name, way["runs"])]
    table = _table(head, rows, "lrrrrrl")
    return f"{table}\n{_table(('way', 'step', 'CPU s (least-most)'), steps, 'llr')}" if steps else table


def _way(name: str, runs: list[Results]) -> tuple[str, ...]:
    done = [run["done"] for run in runs]
    speed = [run["done"] / run["cpu"] for run in runs if run["cpu"]]
    facts = [f"{shown(median(run['facts'][fact] for run in runs))} {fact}" for fact in runs[0]["facts"]]
    return (
        name, shown(median(done)), spread([run["cpu"] for run in runs]), spread([run["wall"] for run in runs]),
        shown(median(speed)) if speed else "", shown(max(run["peak_mb"] for run in runs)), ", ".join(facts),
    )  # fmt: skip


def _steps(name: str, runs: list[Results]) -> Iterator[tuple[str, ...]]:
    """Only of ways with more than one."""
    names = list(runs[0]["steps"])
    for step in names if len(names) > 1 else ():
        yield name, step, spread([run["steps"][step]["cpu"] for run in runs])


def _growth(growth: Results) -> str:
    steps = list(growth["sizes"][0]["steps"])
    head = ("articles", "MB of text", "CPU s", "wall s", "CPU ms an article", *(f"of it {step}" for step in steps),
            "peak MB", "database MB", "claims")  # fmt: skip
    rows = [tuple(_size(size, steps)) for size in growth["sizes"]]
    return _table(head, rows, "r" * len(head))


def _size(size: dict[str, Any], steps: list[str]) -> Iterator[str]:
    count = size["articles"]
    yield from (f"{count:,}", shown(size["text_mb"]), shown(size["cpu"]), shown(size["wall"]))
    yield shown(1000 * size["cpu"] / count)
    yield from (shown(1000 * size["steps"][step]["cpu"] / count) for step in steps)
    yield from (shown(size["peak_mb"]), shown(size["facts"]["database MB"]), f"{size['facts']['claims']:,.0f}")


def _profile(profile: Results) -> Iterator[str]:
    packages = [(f"`{name}`", _percent(share)) for name, share in profile["packages"].items()]
    yield _table(("package at work", "of the time"), packages, "lr")
    functions = [(f"`{one['function']}`", _percent(one["whole"]), _percent(one["own"])) for one in profile["functions"]]
    yield _table(("function", "with all it calls", "without others of libnews"), functions, "lrr")


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], sides: str) -> str:
    lines = [" | ".join(head), " | ".join("---:" if side == "r" else "---" for side in sides)]
    lines += [" | ".join(row) for row in rows]
    return "".join(f"| {line} |\n" for line in lines)
