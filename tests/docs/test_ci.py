"""docs/ci.md works as it is written: its workflow, its hook, its list of keys."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from libnews.loaders.project_file import KEYS, read_project
from libnews.reports.formats import FORMATS, SUFFIXES
from tests.docs.blocks import find_blocks
from tests.docs.running import ROOT

_PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
_FILES = {block.file: block.text for block in find_blocks(_PAGE) if block.file is not None}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The repository that the page tells of."""
    for file, text in _FILES.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "desk"


def _run(command: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    commands = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": commands, "PYTHONUTF8": "1", **more}
    return subprocess.run(
        ["bash", "-e", "-c", command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the steps are commands of a POSIX shell")
def test_the_workflow_does_what_its_page_says(desk: Path) -> None:
    """The trap: a workflow that nobody has run, and an upload of a file that no step writes."""
    workflow: dict[str, Any] = yaml.safe_load(_FILES["desk/.github/workflows/news.yaml"])
    steps = workflow["jobs"]["validate"]["steps"]
    assert workflow["permissions"]["security-events"] == "write"
    more = {"GITHUB_STEP_SUMMARY": str(desk / "summary.md"), "GITHUB_WORKSPACE": str(desk)}
    for step in steps:
        if "run" in step and not step["run"].startswith("pip install"):
            ended = _run(step["run"], desk, **more)
            assert ended.returncode == 0, ended
    (upload,) = [step for step in steps if "upload-sarif" in step.get("uses", "")]
    assert upload["if"].startswith("always()")
    written = desk / upload["with"]["sarif_file"]
    assert json.loads(written.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (desk / "summary.md").read_text(encoding="utf-8").startswith("## libnews validate")


@pytest.mark.skipif(sys.platform == "win32", reason="the hook runs in a POSIX shell here")
def test_the_hook_is_the_one_the_page_names(desk: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = yaml.safe_load(_FILES["desk/.pre-commit-config.yaml"])
    assert [one["id"] for one in config["repos"][0]["hooks"]] == [hook["id"]]
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    assert _run("libnews build", desk).returncode == 0
    assert _run(hook["entry"], desk).returncode == 0
    (desk / "articles" / "paris.txt").write_text("خبر آخر", encoding="utf-8")
    assert _run(hook["entry"], desk).returncode == 1


def test_every_key_of_the_project_file_is_listed(desk: Path) -> None:
    listed = [line.split("`")[1].split(".")[0] for line in _PAGE.splitlines() if line.startswith("| `")]
    assert list(dict.fromkeys(listed))[: len(KEYS)] == list(KEYS)
    assert read_project(desk / "libnews.toml").bounds["meeting"].min == 1


def test_every_format_and_suffix_is_listed() -> None:
    rows = [line for line in _PAGE.splitlines() if line.startswith("|")]
    assert [form for form in FORMATS if not any(row.startswith(f"| {form} |") for row in rows)] == []
    assert [suffix for suffix in SUFFIXES if not any(f"`{suffix}`" in row for row in rows)] == []
