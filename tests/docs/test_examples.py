"""Every example of README and docs gives what the document says it gives."""

import sys
from pathlib import Path

import pytest

from libnews.errors import QueryError
from tests.docs.documents import documents, generated_afresh, name_of, run_afresh
from tests.docs.running import ExampleError, Folder, fresh_texts

_STALE = "run `python -m tests.docs.refresh` and read the diff"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder.made_in(tmp_path_factory.mktemp("examples"))


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are commands of a POSIX shell")
@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_examples_give_what_is_written(document: Path, folder: Folder) -> None:
    """The trap: an output in a document that no command gives any more."""
    text = document.read_text(encoding="utf-8")
    assert run_afresh(text, folder) == text, _STALE


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_generated_lists_are_those_of_the_code(document: Path) -> None:
    """The trap: a rule or data file that the documents do not list, or one they list that is gone."""
    text = document.read_text(encoding="utf-8")
    assert generated_afresh(text) == text, _STALE


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are commands of a POSIX shell")
def test_a_wrong_output_is_noticed(folder: Folder) -> None:
    """The trap: a runner that repeats what the document says. It needs no right output to find the wrong one."""
    for text, right in (
        ("```console\n$ echo سلام\nحرب\n```\n", "$ echo سلام\nسلام\n"),
        ("```python\n>>> 1 + 1\n3\n>>> int('x')\n```\n", None),
        ("```sql\nselect 1 as one\n```\n\n```text\nnothing\n```\n", None),
    ):
        fresh = run_afresh(text, folder)
        assert fresh != text
        assert right is None or right in fresh


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are commands of a POSIX shell")
def test_a_document_does_not_see_what_another_left(folder: Folder) -> None:
    """The trap: an example that runs only behind another document's, or that shows that one's rubbish."""
    run_afresh("```text file=left/behind.txt\nhere\n```\n\n```console\n$ rm -r seeds\n```\n", folder)
    assert run_afresh("```console\n$ ls\n```\n", folder) == "```console\n$ ls\nnews.duckdb\nseeds\n```\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are commands of a POSIX shell")
@pytest.mark.parametrize("text", ["```console\n$ false\n```\n", "```sql\nselect from\n```\n\n```text\n```\n"])
def test_an_example_that_fails_is_not_written_down(text: str, folder: Folder) -> None:
    """The trap: a refresh that turns a broken command into documentation."""
    with pytest.raises((ExampleError, QueryError)):
        fresh_texts(text, folder)
