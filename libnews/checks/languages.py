"""Articles that were stored and not read."""

from collections.abc import Iterator

from libnews.checks.queries import Query, run
from libnews.checks.rule import Found, Rule, Scope
from libnews.models.vocabulary import Severity
from libnews.readers import reader_for

NOT_READ = Rule(
    code="article.language-not-read",
    severity=Severity.NOTE,
    title="No reader knows the article's language",
    why="The article is stored and counted, and nothing in it was read: its silence means nothing.",
    example="update article set language = 'tlh' where file = 'first.txt'",
    reads=("article",),
)
RULES = (NOT_READ,)


def check(scope: Scope) -> Iterator[Found]:
    """Which articles are in a language without a reader."""
    if not scope.looks_for(NOT_READ):
        return
    languages = scope.connection.execute("select distinct language from article").fetchall()
    unread = sorted(language or "" for (language,) in languages if reader_for(language) is None)
    query = Query(
        **NOT_READ.model_dump(),
        sql="select 'article' as table_name, article_id as key, article_id, coalesce(language, 'unknown') as detail "
        "from article where coalesce(language, '') in (select unnest(?::varchar[]))",
    )
    yield run(scope, query, (unread,))
