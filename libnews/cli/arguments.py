"""What may be written on the command line."""

from argparse import Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from importlib import metadata
from typing import TYPE_CHECKING

from libnews.cli.options import add_command, add_db
from libnews.cli.options_of_making import add_build, add_validate

if TYPE_CHECKING:
    from libnews.cli.options import Commands

_ACTIONS = ("accept", "reject", "correct", "explain", "same", "different", "unsure")
_ENDS = """
exit codes: 0 done, 1 the data is invalid, 2 usage or input or output, 3 input was rejected and --strict given,
75 another program is writing the database

example:
  libnews build seeds/ --db news.duckdb
"""


def parser() -> ArgumentParser:
    """The parser of all commands; `command` of what it parses names the module that runs it."""
    top = ArgumentParser(
        prog="libnews",
        description="Turn news articles into a DuckDB database of records whose every value can be traced.",
        epilog=_ENDS,
        formatter_class=RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    adding = (
        add_build, add_validate, _add_trace, _add_find, _add_conflicts, _add_cite, _add_diff, _add_evaluate,
        _add_query, _add_claims, _add_judge, _add_review, _add_metadata, _add_schema,
    )  # fmt: skip
    for add in adding:
        add(commands)
    return top


class _Version(Action):
    """Looked up when asked for: reading package metadata takes as long as all the rest of --help."""

    def __call__(self, parser: ArgumentParser, namespace: Namespace, values: object, option: str | None = None) -> None:
        print(f"libnews {metadata.version('libnews')}")
        parser.exit()


def _add_trace(commands: "Commands") -> None:
    examples = ["libnews trace news.duckdb حماد", "libnews trace news.duckdb agreement_kh5q… --field amount"]
    trace = add_command(commands, "trace", "show where every value of a record was read", examples)
    add_db(trace)
    trace.add_argument("record", metavar="ID|NAME", help="id of a record, mention, claim or article; or a name")
    trace.add_argument("--field", metavar="NAME", help="this field only, such as date")


def _add_find(commands: "Commands") -> None:
    find = add_command(commands, "find", "find records by name, in any spelling", ["libnews find news.duckdb حفتر"])
    add_db(find)
    find.add_argument("text", metavar="TEXT", help="a part of a name, an office or a place, or an item of Wikidata")


def _add_conflicts(commands: "Commands") -> None:
    purpose = "show where articles disagree, side by side"
    add_db(add_command(commands, "conflicts", purpose, ["libnews conflicts news.duckdb"]))


def _add_cite(commands: "Commands") -> None:
    examples = [
        "libnews cite news.duckdb agreement_kh5q… --field amount",
        "libnews cite news.duckdb claim_a2bv… --format json",
    ]
    more = (
        "\n\nEach value with its sentence, publisher, day, url, file, line and SHA-256, by the claim that bears it out"
        "\nbest: one that states it, before one that resolves or infers it; then the one published first."
    )
    cite = add_command(commands, "cite", "give facts for a report, with their source", examples, more)
    add_db(cite)
    cite.add_argument("id", metavar="ID", help="id of a record, a mention or a claim, as trace and query show them")
    cite.add_argument("--field", metavar="NAME", help="this field only, such as date")
    cite.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")


def _add_diff(commands: "Commands") -> None:
    examples = ["libnews diff old.duckdb new.duckdb", "libnews diff old.duckdb new.duckdb --format json"]
    more = (
        "\n\nRecords are compared through the mentions that both databases have: added, gone, merged, split, renamed,"
        "\nand values changed. Differences are no error. docs/how-to.md tells what each kind means."
    )
    diff = add_command(
        commands, "diff", "tell what one database has otherwise than another, with evidence", examples, more
    )
    diff.add_argument("old", metavar="OLD", help="the database before")
    diff.add_argument("new", metavar="NEW", help="the database now")
    diff.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")


def _add_evaluate(commands: "Commands") -> None:
    examples = ["libnews evaluate news.duckdb gold/", "libnews evaluate news.duckdb gold/ --show"]
    more = (
        "\n\nA gold file is JSON: what a careful person found in one article. docs/evaluate.md has its form, and what"
        "\ncounts as found."
    )
    evaluate = add_command(commands, "evaluate", "measure a database against gold records of your own", examples, more)
    add_db(evaluate)
    evaluate.add_argument("gold", nargs="+", metavar="GOLD", help="a gold file (.json), or a folder of them")
    evaluate.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")
    evaluate.add_argument(
        "--show", action="store_true", help="list each record missed or extra, and each wrong field, by file"
    )


def _add_query(commands: "Commands") -> None:
    examples = [
        'libnews query news.duckdb "select date, label from timeline"',
        'libnews query news.duckdb "select * from claim" --format parquet --output claims.parquet',
    ]
    more = (
        "\n\nThe query reads that database and nothing else: no other file, no network, no settings."
        "\nIn csv, text that a spreadsheet would run as a formula gets an apostrophe before it."
    )
    query = add_command(commands, "query", "answer one SELECT", examples, more)
    add_db(query)
    query.add_argument("sql", metavar="SQL", help="one SELECT statement")
    query.add_argument(
        "--format", choices=("table", "csv", "json", "parquet"), default="table", help="(default: table)"
    )
    query.add_argument("--output", metavar="FILE", help="write the answer there")


def _add_claims(commands: "Commands") -> None:
    examples = ["libnews claims news.duckdb --output claims.csv", "libnews claims news.duckdb --output claims.jsonl"]
    more = (
        "\n\nCorrect them in a spreadsheet and read them back: build PATH... --claims claims.csv --extractor none"
        "\ngives the same claims under the same ids. In .csv, text that a spreadsheet would run as a formula gets an"
        "\napostrophe before it, which reading takes off again."
    )
    claims = add_command(commands, "claims", "write a database's claims as a claims file", examples, more)
    add_db(claims)
    claims.add_argument("--output", required=True, metavar="FILE", help="a .csv file, or .jsonl for JSON lines")


def _add_judge(commands: "Commands") -> None:
    examples = [
        "libnews judge news.duckdb accept meeting_3jor… --by amal",
        'libnews judge news.duckdb correct meeting_3jor… --field city --value بنغازي --by amal --reason "statement"',
        'libnews judge news.duckdb same actor_5mpd… actor_jsj7… --by amal --reason "one man, two spellings"',
        "libnews judge news.duckdb reject claim_a2bv… --by amal --file desk.csv",
    ]
    more = (
        "\n\nThe decision goes into a file, with the words it rests on, and the database stays as it is: build again"
        "\nwith --judgements. docs/judgements.md tells what each action does."
    )
    judge = add_command(
        commands, "judge", "write down what you decided about a record, a claim or a pair", examples, more
    )
    add_db(judge)
    judge.add_argument("action", choices=_ACTIONS, metavar="ACTION", help=", ".join(_ACTIONS))
    judge.add_argument("id", metavar="ID", help="id of a record, mention or claim, or its beginning; or a name")
    judge.add_argument("other_id", nargs="?", metavar="OTHER_ID", help="the other, of same, different and unsure")
    judge.add_argument("--field", metavar="NAME", help="this field only, such as date")
    judge.add_argument("--value", metavar="VALUE", help="what correct puts there, or which value reject takes away")
    judge.add_argument("--by", required=True, metavar="NAME", help="who decides")
    judge.add_argument("--reason", metavar="TEXT", help="why")
    judge.add_argument("--on", metavar="DATE", help="when, such as 2026-02-05 (default: today)")
    judge.add_argument(
        "--file", default="judgements.csv", metavar="CSV", help="the file it goes into (default: judgements.csv)"
    )


def _add_review(commands: "Commands") -> None:
    examples = ["libnews review news.duckdb", "libnews review news.duckdb --output review.csv"]
    more = (
        "\n\nContradictions come first, then pairs that may be one, then records nobody has looked at, those that most"
        "\narticles tell of before others. In the CSV fill in action, decided_by, decided_on and reason of the rows you"
        "\ndecide on, and hand the whole file to build --judgements."
    )
    review = add_command(commands, "review", "list what nobody has looked at yet", examples, more)
    add_db(review)
    review.add_argument("--output", metavar="CSV", help="write all of it there, to fill in")


def _add_metadata(commands: "Commands") -> None:
    examples = ["libnews metadata archive/", "libnews metadata archive/ extra.txt --output metadata.csv"]
    more = (
        "\n\nOne row a file, with what it tells of its day, title and language; fill in the rest in a spreadsheet."
        "\nRows and columns that are there already stay as they are."
    )
    metadata = add_command(commands, "metadata", "write or complete a metadata.csv", examples, more)
    metadata.add_argument("paths", nargs="+", metavar="PATH", help="an article (.txt), or a folder of them")
    metadata.add_argument("--output", metavar="FILE", help="the CSV (default: metadata.csv in the one folder given)")


def _add_schema(commands: "Commands") -> None:
    examples = ["libnews schema --format markdown"]
    schema = add_command(commands, "schema", "print the tables and views that a database holds", examples)
    schema.add_argument("--format", choices=("sql", "json", "markdown"), default="sql", help="(default: sql)")
