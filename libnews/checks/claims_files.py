"""Rules of input: what a row of a claims file is held to before it is taken in. No database can break them."""

from libnews.checks.rule import Rule
from libnews.models.vocabulary import Severity


def _rule(problem: str, title: str, why: str) -> Rule:
    return Rule(code=f"claims.{problem}", severity=Severity.WARNING, title=title, why=why)


RULES = (
    _rule(
        "row-invalid",
        "A row of claims cannot be read",
        "Each column has a form, and a row that has another could be taken for what it is not.",
    ),
    _rule(
        "file-unknown",
        "A claim names a file that no article was read from",
        "A quote can be looked up only in the articles that the build is given.",
    ),
    _rule(
        "field-unknown",
        "A claim has a field that its record does not have",
        "No record takes its value from there; fields of your own begin with x_.",
    ),
    _rule(
        "value-invalid",
        "A claim's value is not one its field can have",
        "A value is a vocabulary word, EDTF, plain decimal digits, an ISO code, an ISO 8601 duration or words.",
    ),
    _rule(
        "quote-absent",
        "A claim's quote is not where it says",
        "A value is worth as much as the words behind it; what is not there letter for letter is never repaired.",
    ),
    _rule(
        "quote-ambiguous",
        "A claim's quote stands in several places",
        "A claim rests on one place; paragraph_no and occurrence say which.",
    ),
    _rule(
        "paragraph-closed",
        "A claim rests on boilerplate or on a link to another story",
        "Such paragraphs are stored and not read: they are not part of what the article says.",
    ),
    _rule(
        "record-unknown",
        "A claim names a record that no accepted row makes",
        "A participant or party is the key of an actor of the same article, part_of that of another meeting.",
    ),
    _rule(
        "record-type-differs",
        "Rows of one record give it several types",
        "One key in one file is one mention, and a mention is of one type.",
    ),
    _rule(
        "record-incomplete",
        "A record lacks what every record of its type has",
        "A meeting without a kind, or an amount without its qualifier, would make the whole database invalid.",
    ),
)
