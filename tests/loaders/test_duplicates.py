"""Of files with the same bytes one is the article; none is lost."""

from hypothesis import given
from hypothesis import strategies as st

from libnews.loaders import reject_duplicates
from libnews.loaders.plain_text import article_from
from libnews.models import Article, Rejected


def loaded(number: int, content: str) -> Article:
    article = article_from(content.encode(), f"{number:03}.txt")
    assert isinstance(article, Article)
    return article


@given(st.lists(st.sampled_from(["أ", "ب", "ج"])))
def test_first_by_name_is_the_article_and_the_rest_say_so(contents: list[str]) -> None:
    results = list(reject_duplicates([loaded(number, content) for number, content in enumerate(contents)]))
    assert [one.file for one in results] == [f"{number:03}.txt" for number in range(len(contents))]
    for number, one in enumerate(results):
        first = contents.index(contents[number])
        assert isinstance(one, Article if first == number else Rejected)
        if isinstance(one, Rejected):
            assert (one.reason.value, one.detail) == ("duplicate", f"{first:03}.txt")


def test_rejected_files_pass_as_they_are() -> None:
    # Two empty files have the same bytes too, and are empty first of all.
    rejected = Rejected(file="a.txt", reason="empty", detail="no bytes", sha256="0" * 64)
    assert list(reject_duplicates([rejected, rejected])) == [rejected, rejected]
