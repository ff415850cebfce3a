"""Rules of input: what a row of a claims file is held to before it is taken in. No database can break them."""

from libnews.checks.rule import Rule
from libnews.models.vocabulary import Severity


def _rule(problem: str, title: str, why: str, example: str) -> Rule:
    return Rule(code=f"claims.{problem}", severity=Severity.WARNING, title=title, why=why, example=example)


RULES = (
    _rule(
        "row-invalid",
        "A row of claims cannot be read",
        "Each column has a form, and a row that has another could be taken for what it is not.",
        "A row whose paragraph_no is «nine».",
    ),
    _rule(
        "file-unknown",
        "A claim names a file that no article was read from",
        "A quote can be looked up only in the articles that the build is given.",
        "A row whose file is «nowhere.txt».",
    ),
    _rule(
        "field-unknown",
        "A claim has a field that its record does not have",
        "No record takes its value from there; fields of your own begin with x_.",
        "A row of a meeting whose field is mood.",
    ),
    _rule(
        "value-invalid",
        "A claim's value is not one its field can have",
        "A value is a vocabulary word, EDTF, plain decimal digits, an ISO code, an ISO 8601 duration or words.",
        "A row of field date whose value is «3 May».",
    ),
    _rule(
        "quote-absent",
        "A claim's quote is not where it says",
        "A value is worth as much as the words behind it; what is not there letter for letter is never repaired.",
        "A row whose quote is «لوزان» where the article says «جنيف».",
    ),
    _rule(
        "quote-ambiguous",
        "A claim's quote stands in several places",
        "A claim rests on one place; paragraph_no and occurrence say which.",
        "A row whose quote is «ليبيا», which the article says twice, without paragraph_no or occurrence.",
    ),
    _rule(
        "paragraph-closed",
        "A claim rests on boilerplate or on a link to another story",
        "Such paragraphs are stored and not read: they are not part of what the article says.",
        "A row whose quote stands in «Share this story».",
    ),
    _rule(
        "record-unknown",
        "A claim names a record that no accepted row makes",
        "A participant or party is the key of an actor of the same article, part_of that of another meeting.",
        "A row of field participant whose value is a key that no row has.",
    ),
    _rule(
        "record-type-differs",
        "Rows of one record give it several types",
        "One key in one file is one mention, and a mention is of one type.",
        "One key with record_type meeting in one row and agreement in the next.",
    ),
    _rule(
        "record-incomplete",
        "A record lacks what every record of its type has",
        "A meeting without a kind, or an amount without its qualifier, would make the whole database invalid.",
        "A meeting with a row of field date and none of field kind.",
    ),
)
