"""A build on a Dask cluster of this machine: a scheduler and two workers, each a process of its own."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from libnews.errors import InputError, LibnewsError
from libnews.pipeline import build_database, workers

pytest.importorskip("distributed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="a worker is killed with a signal")


class Cluster(NamedTuple):
    """The scheduler's address, and the processes."""

    address: str
    scheduler: "subprocess.Popen[bytes]"
    workers: "list[subprocess.Popen[bytes]]"


def said(process: "subprocess.Popen[bytes]", log: Path, what: str) -> str:
    """What a process says where its words fit `what`."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        found = re.search(what, log.read_text(encoding="utf-8"))
        if found is not None:
            return found[1]
        time.sleep(0.1)
    raise AssertionError(f"it did not say {what}:\n{log.read_text(encoding='utf-8')}")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with ExitStack() as running:

        def run(name: str, what: str, *command: str) -> "tuple[subprocess.Popen[bytes], str]":
            log = tmp_path / f"{name}.log"
            with log.open("wb") as opened:
                process = subprocess.Popen([sys.executable, "-m", *command], cwd=tmp_path, stdout=opened, stderr=opened)
            running.callback(process.wait)
            running.callback(process.kill)
            return process, said(process, log, what)

        here = ("--host", "127.0.0.1", "--no-dashboard")
        scheduler, address = run(
            "scheduler", r"Scheduler at: +(tcp://\S+)", "distributed.cli.dask_scheduler", "--port", "0", *here
        )
        one = ("distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1", *here)
        started = [run(f"worker {number}", r"(Registered to)", *one)[0] for number in range(2)]
        yield Cluster(address, scheduler, started)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for number in range(120):
        text = f"التقى الوزير الليبي سالم الكعبي نظيره الفرنسي جان دوبوا في باريس في 3 مايو {1900 + number}.\n" * 20
        (made / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.mark.slow
@posix
def test_a_cluster_gives_what_one_process_gives_though_a_worker_is_lost(
    tmp_path: Path, folder: Path, cluster: Cluster
) -> None:
    """The trap: the batches of a worker that was killed are missing, or read twice."""
    expected = build_database(folder, tmp_path / "alone.duckdb", cache=False)
    lost: list[int] = []

    def kill_one(stage: str, done: int, total: int) -> None:
        if stage == "reading" and 0 < done < total and not lost:
            lost.append(done)
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    found = build_database(folder, tmp_path / "cluster.duckdb", dask=cluster.address, progress=kill_one)
    assert lost, "nothing was left to read when the worker was to be killed"
    assert cluster.workers[0].wait(10) == -signal.SIGKILL
    assert found.report.ok
    assert (found.digest, found.summary) == (expected.digest, expected.summary)


@pytest.mark.slow
def test_workers_with_another_libnews_are_refused(
    tmp_path: Path, folder: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "code_digest", lambda: "another")
    with pytest.raises(InputError, match="has another libnews than this one"):
        build_database(folder, tmp_path / "news.duckdb", dask=cluster.address)


@pytest.mark.slow
@posix
@pytest.mark.usefixtures("settled")
def test_a_cluster_that_is_lost_is_told_and_the_next_build_goes_on(
    tmp_path: Path, folder: Path, cluster: Cluster
) -> None:
    """The trap: a traceback of Dask, or a build that waits for ever."""
    read: list[int] = []

    def kill_scheduler(stage: str, done: int, total: int) -> None:
        if stage == "reading" and 0 < done < total and not read:
            read.append(done)
            cluster.scheduler.kill()

    with pytest.raises(LibnewsError, match=r"was lost: .*the next build goes on from here"):
        build_database(folder, tmp_path / "news.duckdb", dask=cluster.address, progress=kill_scheduler)
    told: list[int] = []
    again = build_database(folder, tmp_path / "news.duckdb", progress=lambda stage, done, total: told.append(done))
    assert again.report.ok
    assert told[0] >= read[0] > 0


def test_no_scheduler_is_an_input_error(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_CONNECTING", "1s")
    with pytest.raises(InputError, match=re.escape("no Dask scheduler answers at tcp://127.0.0.1:1")):
        build_database(folder, tmp_path / "news.duckdb", dask="tcp://127.0.0.1:1")
