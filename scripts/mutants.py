"""Mutation testing of libnews/store and libnews/checks, Python and SQL: which small changes does no test notice?

    python scripts/mutants.py --within libnews/store --count 200 --results store.jsonl
    python scripts/mutants.py --results store.jsonl --show

Mutants are drawn at random, every line that can be changed as likely as any other, the same for one seed and one state
of the files. Each is tried on a copy of the tree: the fast tests of the two packages that run the changed line, the
likeliest to fail first, up to the first failure or until --seconds of CPU have passed (a mutant that more tests would
have killed then counts as survived: the share is a lower bound). Results are JSON lines; a second call goes on where
the first ended.

Everything that mutants do not change is imported once and every mutant tried in a fork, so this needs Linux or macOS.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import Any

from mutations import Mutation, python_mutations, sql_mutations

ROOT = Path(__file__).parents[1]
COPIED = ("libnews", "tests", "seeds", "pyproject.toml")
TESTS = ("tests/store", "tests/checks", "libnews/store", "libnews/checks")  # by default; their doctests too
# Above these, what is mutated is not imported; below, nothing changes.
PRELOADED = (
    "pytest", "hypothesis", "duckdb", "pandas", "pyarrow", "ibis", "ibis.backends.duckdb", "pandera.ibis",
    "libnews.models", "libnews.arabic", "libnews.extract", "libnews.loaders", "libnews.resolve",
)  # fmt: skip
FASTEST = 0.05
FAILED = 70  # what a process ends with where this script itself raised


def main() -> None:
    """Draw, try, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--within", nargs="+", default=["libnews/store", "libnews/checks"], help="folders to change")
    parser.add_argument("--count", type=int, default=300, help="mutants to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="+", default=list(TESTS), help="folders of tests")
    parser.add_argument("--seconds", type=float, default=20, help="of CPU that tests get for one mutant")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--results", type=Path, required=True, help="JSON lines, added to")
    parser.add_argument(
        "--covering", type=Path, help="which tests run which line, from an earlier run; else made and kept there"
    )
    parser.add_argument(
        "--retry", action="store_true", help="try the survivors in --results again, after tests were added"
    )
    parser.add_argument("--show", action="store_true", help="tell what stands in --results, and try nothing")
    arguments = parser.parse_args()
    if not arguments.show:
        try_all(arguments)
    show(arguments.results)


def drawn(within: list[str], count: int, seed: int) -> list[dict[str, Any]]:
    """The mutants, in the order they are tried; more than wanted, because some are not valid SQL."""
    by_line: dict[tuple[str, int], list[Mutation]] = defaultdict(list)
    for folder in within:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".sql"):
                text = path.read_text(encoding="utf-8")
                for one in python_mutations(text) if path.suffix == ".py" else sql_mutations(text):
                    by_line[path.relative_to(ROOT).as_posix(), text.count("\n", 0, one.start) + 1].append(one)
    chance = Random(seed)
    lines = chance.sample(sorted(by_line), min(len(by_line), count * 2))
    return [_told(file, line, chance.choice(by_line[file, line])) for file, line in lines]


def _told(file: str, line: int, mutation: Mutation) -> dict[str, Any]:
    text = (ROOT / file).read_text(encoding="utf-8")
    return {"file": file, "line": line, "before": text[mutation.start : mutation.end], **mutation._asdict()}


def try_all(arguments: argparse.Namespace) -> None:
    """Try what was not tried yet, in as many processes as wanted, each with a copy of the tree."""
    with tempfile.TemporaryDirectory(prefix="mutants") as folder:
        copies = [_copied(Path(folder) / str(number)) for number in range(arguments.jobs)]
        covering = _covering(copies[0], arguments.covering, arguments.tests)
        children = [_forked(lambda copy=copy: _try_share(arguments, copy, covering)) for copy in copies]
        for child in children:
            os.waitpid(child, 0)


def _copied(folder: Path) -> Path:
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def _forked(work: Any) -> int:
    child = os.fork()
    if child == 0:
        status = FAILED
        try:
            status = work() or 0
        except BaseException:  # noqa: BLE001 - a child must never run on as its parent
            traceback.print_exc()
        finally:
            os._exit(status)
    return child


# Which tests run which line


def _covering(copy: Path, kept: Path | None, tests: list[str]) -> dict[str, Any]:
    """For each test its seconds and the lines it runs, of files that can be changed; takes minutes."""
    if kept is None or not kept.exists():
        out = (kept or copy / "covering.json").absolute()
        environment = {**os.environ, "PYTHONPATH": str(copy)}
        started = time.monotonic()
        subprocess.run([sys.executable, __file__, "--measure", str(out), *tests], cwd=copy, env=environment, check=True)
        print(f"which tests run which line: {time.monotonic() - started:.0f} s", file=sys.stderr)
        kept = out
    covering: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    return covering


def _measure(out: Path, tests: list[str]) -> None:
    import coverage
    import pytest

    watched = coverage.Coverage(data_file=None, include=["libnews/store/*", "libnews/checks/*"], config_file=False)
    plugin = _Contexts(watched)
    watched.start()
    failed = pytest.main([*_OPTIONS, *tests], plugins=[plugin])
    watched.stop()
    if failed:
        sys.exit("the tests fail without any mutant")
    data = watched.get_data()
    lines: dict[str, list[str]] = defaultdict(list)
    for file in sorted(data.measured_files()):
        name = Path(file).relative_to(Path.cwd()).as_posix()
        for line, contexts in data.contexts_by_lineno(file).items():
            for test in sorted({test for context in contexts for test in plugin.tests_of(context)}):
                lines[test].append(f"{name}:{line}")
    told = {test: {"seconds": seconds, "lines": lines.get(test, [])} for test, seconds in plugin.seconds.items()}
    out.write_text(json.dumps(told), encoding="utf-8")


class _Contexts:
    """Coverage by test; what a fixture of a whole session runs counts for every test that asks for it."""

    def __init__(self, watched: Any) -> None:
        self._watched = watched
        self._users: dict[str, set[str]] = defaultdict(set)
        self.seconds: dict[str, float] = Counter()

    def tests_of(self, context: str) -> set[str]:
        return {context} & self.seconds.keys() | self._users[context]

    def pytest_runtest_protocol(self, item: Any) -> None:
        self._watched.switch_context(item.nodeid)
        for name in item.fixturenames if hasattr(item, "fixturenames") else ():
            self._users[f"fixture {name}"].add(item.nodeid)

    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> None:
        if fixturedef.scope != "function":
            self._watched.switch_context(f"fixture {fixturedef.argname}")

    def pytest_fixture_post_finalizer(self, fixturedef: Any) -> None:
        pass

    def pytest_runtest_call(self, item: Any) -> None:
        self._watched.switch_context(item.nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.seconds[report.nodeid] += report.duration if report.when == "call" else min(report.duration, 1)


# Failures are counted, not explained.
_OPTIONS = [
    "-q",
    "--assert=plain",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:cov",
    "-m",
    "not slow",
    "--no-header",
]


# One mutant


def _try_share(arguments: argparse.Namespace, copy: Path, covering: dict[str, Any]) -> None:
    os.chdir(copy)
    sys.path[:0] = [str(copy)]
    os.environ["PYTHONPATH"] = str(copy)
    for name in PRELOADED:
        __import__(name)
    results: Path = arguments.results
    todo = survivors(results) if arguments.retry else drawn(arguments.within, arguments.count, arguments.seed)
    claims = copy.parent / "claimed"
    claims.mkdir(exist_ok=True)
    for number, mutant in enumerate(todo):
        judged = [one for one in read(results) if one["status"] != "invalid"]
        if (
            not arguments.retry
            and sum(one["file"].startswith(tuple(arguments.within)) for one in judged) >= arguments.count
        ):
            return
        if arguments.retry or not any(_is_same(mutant, one) for one in read(results)):
            try:
                (claims / str(number)).touch(exist_ok=False)
            except FileExistsError:
                continue  # another process has it
            told = {**mutant, **_tried(mutant, copy, covering, arguments.seconds, number, read(results))}
            with results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(told, ensure_ascii=False) + "\n")
            print(f"{told['status']:9} {told['cpu']:5.1f} s  {described(told)}", flush=True)


def _is_same(mutant: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(mutant[key] == other[key] for key in ("file", "start", "end", "before", "after"))


def _tried(
    mutant: dict[str, Any],
    copy: Path,
    covering: dict[str, Any],
    seconds: float,
    number: int,
    known: list[dict[str, Any]],
) -> dict[str, Any]:
    path = copy / mutant["file"]
    text = path.read_text(encoding="utf-8")
    tests = _likeliest(mutant, text, covering, known)
    if not tests:
        return {"status": "not run", "took": 0.0, "cpu": 0.0}
    mutation = Mutation(*(mutant[name] for name in Mutation._fields))
    _written(path, mutation.applied(text), 2 * number + 1)
    started = time.monotonic()
    try:
        out = copy / "outcome"
        out.unlink(missing_ok=True)
        child = _forked(lambda: _run(tests, covering, seconds, out, mutant["file"]))
        status, cpu = _waited(child, started + 20 * seconds + 120)
    finally:
        _written(path, text, 2 * number + 2)
    took = {"took": round(time.monotonic() - started, 1), "cpu": round(cpu, 1)}
    if status is None:
        return {"status": "timeout", **took}
    if not out.exists():
        if os.waitstatus_to_exitcode(status) == FAILED:
            sys.exit("this script failed, not the mutant: see above")
        return {"status": "killed", "by": "a crash", **took}
    return {**json.loads(out.read_text(encoding="utf-8")), **took}


def _written(path: Path, text: str, number: int) -> None:
    path.write_text(text, encoding="utf-8")
    # Python takes a compiled module for current by size and second.
    moment = 1_700_000_000 + 10 * number + hash(str(path)) % 7
    os.utime(path, (moment, moment))


def _waited(child: int, until: float) -> tuple[int | None, float]:
    """What a process ended with, none where it had to be stopped, and its seconds of CPU."""
    while time.monotonic() < until:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return status, used.ru_utime + used.ru_stime
        time.sleep(0.02)
    os.kill(child, 9)
    _, _, used = os.wait4(child, 0)
    return None, used.ru_utime + used.ru_stime


def _likeliest(mutant: dict[str, Any], text: str, covering: dict[str, Any], known: list[dict[str, Any]]) -> list[str]:
    """Tests that run the changed line, or for SQL and what runs on import the file; those that killed its neighbours
    first, then those that speak of it, then the quick ones."""
    file, line = mutant["file"], f"{mutant['file']}:{mutant['line']}"
    words = _around(mutant, text)
    kills = Counter(one["by"] for one in known if one.get("by") and one["file"] == file)
    near = Counter(one["by"] for one in known if one.get("by") and one["file"] == file and one.get("around") == words)
    mutant["around"] = words
    changed = text.splitlines()[mutant["line"] - 1]
    spoken = {*re.findall(r"[a-z]{4,}", f"{' '.join(words)} {changed}".lower())}
    speaks: dict[str, int] = {}

    def rank(test: str) -> tuple[Any, ...]:
        home = test.split("::")[0]
        if home not in speaks:
            speaks[home] = len(spoken & {*re.findall(r"[a-z]{4,}", (ROOT / home).read_text(encoding="utf-8").lower())})
        told = covering[test]
        by_name = any(word in test for word in words if "." in word)
        runs = line in told["lines"] if file.endswith(".py") else _builds(told["lines"])
        return (
            not by_name, not runs, -near[test], -kills[test], -speaks[home],
            max(told["seconds"], FASTEST) * (len(told["lines"]) + 50),
        )  # fmt: skip

    if file.endswith(".py"):
        running = [test for test, told in covering.items() if any(one.startswith(f"{file}:") for one in told["lines"])]
    else:
        running = [test for test in covering if test.startswith("tests/")]
    return sorted(running, key=rank)


def _builds(lines: list[str]) -> bool:
    """Whether a test makes a database, or has one: only then is the SQL of the store run."""
    return any(line.startswith("libnews/store/building.py:") for line in lines)


def _around(mutant: dict[str, Any], text: str) -> list[str]:
    """What the changed SQL belongs to: its rule, view or macro; for Python the function."""
    before = text[: mutant["start"]]
    rules = re.findall(r"^-- rule: (\S+)", before, re.MULTILINE)
    made = re.findall(r"^CREATE (?:OR REPLACE )?(?:VIEW|MACRO|TABLE) (?:derived\.)?(\w+)", before, re.MULTILINE)
    functions = re.findall(r"^ *(?:def|class) (\w+)", before, re.MULTILINE)
    return (rules or made or functions or [""])[-1:]


def _run(tests: list[str], covering: dict[str, Any], seconds: float, out: Path, file: str) -> int:
    """In a process of its own: `tests` in this order, up to the first that fails."""
    import pytest

    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        if file.endswith(".sql") and not _is_valid(file):
            out.write_text(json.dumps({"status": "invalid"}), encoding="utf-8")
            return 0
        plugin = _InOrder(tests, seconds)
        homes = sorted({test.split("::")[0] for test in tests[: plugin.fitting(covering)]})
        pytest.main([*_OPTIONS, "-x", *homes], plugins=[plugin])
    killed = {"status": "killed", "by": plugin.failed} if plugin.failed else {"status": "survived"}
    out.write_text(json.dumps({**killed, "tests": plugin.ran, "of": len(tests)}), encoding="utf-8")
    return 0


def _is_valid(file: str) -> bool:
    """Whether DuckDB takes the SQL at all: what no database can be made with is no mutant."""
    import duckdb

    with duckdb.connect() as con:
        try:
            from libnews.store.script import schema_sql

            con.execute(schema_sql())
            if "checks" in file:
                from libnews.checks import queries

                for query in queries.RULES:
                    con.execute(f"explain {query.sql}")
        except duckdb.Error:
            return False
    return True


class _InOrder:
    """Runs tests in the order given, until their time is up."""

    def __init__(self, tests: list[str], seconds: float) -> None:
        self._place = {test: number for number, test in enumerate(tests)}
        self._seconds = seconds
        self.failed: str | None = None
        self.ran = 0

    def fitting(self, covering: dict[str, Any]) -> int:
        """How many of the tests can run in the time, going by how long they took without a mutant."""
        spent = 0.0
        for number, test in enumerate(self._place):
            spent += covering[test]["seconds"]
            if spent > 3 * self._seconds:  # they were measured under coverage, on a machine that was busy or not
                return number + 1
        return len(self._place)

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = sorted((one for one in items if one.nodeid in self._place), key=lambda one: self._place[one.nodeid])
        self._until = time.process_time() + self._seconds

    def pytest_runtest_protocol(self, item: Any) -> Any:
        if time.process_time() > self._until:
            item.session.shouldstop = "out of time"
            return True
        self.ran += 1
        return None

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            self.failed = self.failed or f"{report.nodeid} cannot be imported"

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed and self.failed is None:
            self.failed = report.nodeid


# What was found


def read(results: Path) -> list[dict[str, Any]]:
    """Everything tried so far, each mutant as it was tried last."""
    if not results.exists():
        return []
    last: dict[tuple[Any, ...], dict[str, Any]] = {}
    for line in results.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        last[tuple(one[key] for key in ("file", "line", "before", "after", "start"))] = one
    return list(last.values())


def survivors(results: Path) -> Iterator[dict[str, Any]]:
    """What no test noticed, or not in time, where the line still stands."""
    for one in read(results):
        text = (ROOT / one["file"]).read_text(encoding="utf-8")
        if one["status"] in ("survived", "timeout") and text[one["start"] : one["end"]] == one["before"]:
            yield one


def described(mutant: dict[str, Any]) -> str:
    """A mutant in one line."""
    before, after = (" ".join(mutant[name].split())[:70] for name in ("before", "after"))
    return f"{mutant['file']}:{mutant['line']} {mutant['kind']}: {before!r} -> {after!r}"


def show(results: Path) -> None:
    """The share killed, by folder, and the survivors."""
    tried = [one for one in read(results) if one["status"] != "invalid"]
    for folder in sorted({one["file"].rsplit("/", 1)[0] for one in tried}):
        told = Counter(one["status"] for one in tried if one["file"].rsplit("/", 1)[0] == folder)
        killed = told["killed"] + told["timeout"]
        cpu = sum(one["cpu"] for one in tried if one["file"].rsplit("/", 1)[0] == folder) / 60
        of = told.total() - told["not run"]
        share = (
            f"{killed} of {of} killed ({killed / of:.0%}), {told['timeout']} by time, {told['not run']} run by no test"
        )
        print(f"{folder}: {share}; {cpu:.0f} minutes of CPU")
    for one in sorted(tried, key=lambda one: (one["file"], one["line"])):
        if one["status"] == "not run":
            print(f"run by no test         {described(one)}")
        if one["status"] == "survived":
            print(f"survived {one['tests']:3} of {one['of']:3} tests  {described(one)}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        _measure(Path(sys.argv[2]), sys.argv[3:])
    else:
        main()
