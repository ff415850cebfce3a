"""The plugin in other people's test runs: rules as tests, the fixture, and nothing where nobody asked."""

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from libnews.checks import rules
from tests.testing.loading import OPTIONS

pytest_plugins = ["pytester"]


@pytest.fixture
def news(pytester: pytest.Pytester, valid: Path) -> Path:
    return Path(shutil.copy(valid, pytester.path / "news.duckdb"))


def _run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess(*OPTIONS, "-p", "no:cacheprovider", "-rs", *args)


def _broken(path: Path, *statements: str) -> None:
    with duckdb.connect(str(path)) as con:
        for statement in statements:
            con.execute(statement)


def test_every_rule_of_a_valid_database_passes(pytester: pytest.Pytester, news: Path) -> None:
    done = _run(pytester, "news.duckdb")
    outcomes = done.parseoutcomes()
    assert outcomes["passed"] + outcomes["skipped"] == len(rules())
    assert done.ret == 0
    done.stdout.fnmatch_lines(["*nothing to look at: libnews_sources names no folder*"])


def test_a_broken_rule_is_a_failing_test_with_its_findings(pytester: pytest.Pytester, news: Path) -> None:
    _broken(news, "update claim set quote = 'لندن' where field = 'city' and value = 'لوزان'")
    done = _run(pytester, "news.duckdb", "-k", "quote-differs")
    assert done.parseoutcomes()["failed"] == 1
    done.stdout.fnmatch_lines(
        ["*claim.quote-differs*", "sub/third.txt:1:*: error claim.quote-differs: *«لندن»*", "A claim's quote is not*"]
    )
    assert "Traceback" not in done.stdout.str()
    assert "rule_items.py" not in done.stdout.str()


def test_a_warning_passes_unless_told_otherwise(pytester: pytest.Pytester, news: Path) -> None:
    _broken(news, "update judgement set applied = false")
    # This run makes errors of warnings, and the one inside it would inherit that.
    done = _run(pytester, "-W", "always", "news.duckdb::judgement.not-applied")
    assert done.parseoutcomes() == {"passed": 1, "warnings": 1}
    done.stdout.fnmatch_lines(["*LibnewsWarning: *warning judgement.not-applied: *"])
    pytester.makeini("[pytest]\nlibnews_fail_on = warning\n")
    assert _run(pytester, "news.duckdb::judgement.not-applied").parseoutcomes() == {"failed": 1}


def test_a_note_passes(pytester: pytest.Pytester, news: Path) -> None:
    _broken(news, "update article set language = 'tlh' where file = 'first.txt'")
    assert _run(pytester, "news.duckdb::article.language-not-read").parseoutcomes() == {"passed": 1}


def test_rules_that_are_off_or_cannot_run_are_skipped_with_the_reason(pytester: pytest.Pytester, news: Path) -> None:
    pytester.makefile(".toml", libnews='[rules.off]\n"meeting.after-publication" = "dates are not read yet"\n')
    _broken(news, "drop table span")
    done = _run(pytester, "news.duckdb", "-k", "after-publication or span.quote-differs")
    assert done.parseoutcomes()["skipped"] == 2
    done.stdout.fnmatch_lines_random(
        ["*off in libnews.toml: dates are not read yet*", "*it could not run: a table it reads*"]
    )


def test_the_setting_adds_the_rules_to_a_run_without_paths(pytester: pytest.Pytester, news: Path) -> None:
    pytester.makeini("[pytest]\nlibnews_db = news.duckdb\n")
    test = pytester.makepyfile("def test_actors(libnews_db):\n    assert list(libnews_db.actors())\n")
    outcomes = _run(pytester).parseoutcomes()
    assert outcomes["passed"] + outcomes["skipped"] == len(rules()) + 1
    assert _run(pytester, str(test)).parseoutcomes() == {"passed": 1}


def test_a_database_that_nobody_asked_for_is_left_alone(pytester: pytest.Pytester, news: Path) -> None:
    pytester.makepyfile("def test_nothing():\n    pass\n")
    assert _run(pytester).parseoutcomes() == {"passed": 1}
    assert _run(pytester, ".").parseoutcomes() == {"passed": 1}


def test_the_option_goes_before_the_setting_and_the_marker_before_both(pytester: pytest.Pytester, news: Path) -> None:
    shutil.copy(news, pytester.path / "other.duckdb")
    pytester.makeini("[pytest]\nlibnews_db = absent.duckdb\n")
    test = pytester.makepyfile(
        "import pytest\n"
        "def test_option(libnews_db):\n    assert libnews_db.path.name == 'news.duckdb'\n"
        "@pytest.mark.libnews('other.duckdb')\n"
        "def test_marker(libnews_db):\n    assert libnews_db.path.name == 'other.duckdb'\n"
    )
    done = _run(pytester, "--strict-markers", "--libnews-db", "news.duckdb", str(test))
    assert done.parseoutcomes() == {"passed": 2}


def test_no_database_is_told_in_a_line(pytester: pytest.Pytester) -> None:
    test = pytester.makepyfile("def test_actors(libnews_db):\n    pass\n")
    done = _run(pytester, str(test))
    done.stdout.fnmatch_lines(["*no database: set libnews_db, give --libnews-db, or mark the test*"])
    pytester.makeini("[pytest]\nlibnews_db = absent.duckdb\n")
    assert _run(pytester, str(test)).parseoutcomes() == {"errors": 1}
    done = _run(pytester)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*libnews_db: there is no file *absent.duckdb; make it with `libnews build` first"])


def test_a_file_that_is_no_database_fails_without_a_traceback(pytester: pytest.Pytester) -> None:
    pytester.makefile(".duckdb", news="no database")
    done = _run(pytester, "news.duckdb::claim.quote-differs")
    assert done.parseoutcomes() == {"failed": 1}
    assert "Traceback" not in done.stdout.str()
    assert "rule_items.py" not in done.stdout.str()


def test_a_wrong_setting_is_refused(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nlibnews_fail_on = never\n")
    done = _run(pytester)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*libnews_fail_on = never: give error or warning*"])


@pytest.mark.parametrize("workers", [pytest.param((), marks=pytest.mark.slow), ("-n", "2")])
def test_a_database_is_validated_once(workers: tuple[str, ...], pytester: pytest.Pytester, news: Path) -> None:
    """The trap: a run of all rules for each of them."""
    pytester.makeini("[pytest]\nlibnews_db = news.duckdb\n")
    pytester.makeconftest(
        "from libnews.testing import rule_items\n"
        "validate = rule_items.validate\n"
        "def counted(*args, **named):\n"
        "    with open('runs.txt', 'a') as runs:\n        runs.write('run\\n')\n"
        "    return validate(*args, **named)\n"
        "rule_items.validate = counted\n"
    )
    done = pytester.runpytest_subprocess(*OPTIONS, *workers)
    assert done.ret == 0
    outcomes = done.parseoutcomes()
    assert outcomes["passed"] + outcomes["skipped"] == len(rules())
    assert (pytester.path / "runs.txt").read_text() == "run\n"


def test_the_plugin_brings_nothing_but_pytest() -> None:
    """The trap: every pytest of everybody who has libnews waits for DuckDB and pandera."""
    code = "import sys, pytest; had = set(sys.modules); import libnews.testing.plugin; print(*set(sys.modules) - had)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert {name.split(".")[0] for name in done.stdout.split()} == {"libnews"}
