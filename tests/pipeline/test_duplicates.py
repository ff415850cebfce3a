"""Of files with the same bytes one is the article; none is lost."""

from hypothesis import given
from hypothesis import strategies as st

from libnews.models import Rejected
from libnews.pipeline.claims import GivenClaims
from libnews.pipeline.gathering import Gathered
from libnews.pipeline.judgements import GivenJudgements
from libnews.pipeline.reading import Reading


def gathered(contents: list[str | Rejected]) -> tuple[list[str], list[Rejected]]:
    """The files taken as articles, and the others."""
    found = Gathered(len(contents), 0, GivenClaims(()), GivenJudgements())
    names = [f"{number:03}.txt" for number in range(len(contents))]
    readings = [
        Reading(name, b"", name, number, None, None, content)
        if isinstance(content, Rejected)
        else Reading(name, b"", name, number, content, len(content))
        for number, (name, content) in enumerate(zip(names, contents, strict=True))
    ]
    taken = found.take(zip(names, readings, strict=True))
    return [names[number] for number in taken], found.rejected


@given(st.lists(st.sampled_from("abc")))
def test_first_by_name_is_the_article_and_the_rest_say_so(contents: list[str]) -> None:
    names = [f"{number:03}.txt" for number in range(len(contents))]
    first = {names[contents.index(content)] for content in contents}
    taken, rejected = gathered([content * 64 for content in contents])
    assert taken == sorted(first)
    assert [one.file for one in rejected] == [name for name in names if name not in first]
    for one in rejected:
        number = contents.index(contents[names.index(one.file)])
        assert (one.reason.value, one.detail) == ("duplicate", names[number])


def test_rejected_files_pass_as_they_are() -> None:
    # Two empty files have the same bytes too, and are empty first of all.
    rejected = Rejected(file="a.txt", reason="empty", detail="no bytes", sha256="0" * 64)
    assert gathered([rejected, rejected]) == ([], [rejected, rejected])
