"""What may be written behind `libnews build` and `libnews validate`."""

from argparse import ArgumentParser
from typing import TYPE_CHECKING

from libnews.cli.options import add_command, positive

if TYPE_CHECKING:
    from libnews.cli.options import Commands

# Listed again here: what knows them takes longer to import than --help may take.
FORMATS = ("text", "json", "junit", "sarif", "github")
SUFFIXES = (".txt", ".json", ".xml", ".sarif", ".md")
"""Of the files that a report goes to."""
_PROJECT = (
    "\n\nWhat the command line leaves out is taken from the nearest libnews.toml upwards: docs/ci.md lists its keys."
)


def add_build(commands: "Commands") -> None:
    """`libnews build`."""
    examples = [
        "libnews build seeds/ --db news.duckdb",
        "libnews build archive/ extra.txt --db news.duckdb --metadata metadata.csv --encoding windows-1256",
        "libnews build seeds/ --db news.duckdb --claims amal.csv --claims model.jsonl",
        "libnews build seeds/ --db mine.duckdb --claims amal.csv --extractor none --strict",
        "libnews build seeds/ --db news.duckdb --actors people.csv",
        "libnews build seeds/ --db news.duckdb --judgements judgements.csv",
        "libnews build archive/ --db news.duckdb --dask tcp://scheduler:8786",
    ]
    more = (
        "\n\nThe database holds exactly the PATHs given. It is checked before it takes the place of an old one:"
        "\nwhere the data breaks a rule, the old one stays."
    )
    build = add_command(commands, "build", "make a database from articles", examples, more + _PROJECT)
    build.add_argument("paths", nargs="*", metavar="PATH", help="an article (.txt), or a folder of them at any depth")
    build.add_argument("--db", metavar="FILE", help="the database to make, or to make anew")
    build.add_argument(
        "--metadata",
        metavar="CSV",
        help="what the texts do not say: a column file_name, with published_on, publisher, title, url, language "
        "(default: each metadata.csv in the folders given)",
    )
    build.add_argument("--encoding", metavar="NAME", help="of files that are not UTF-8, such as windows-1256")
    _add_what_is_known(build)
    build.add_argument(
        "--extractor",
        default="libnews",
        metavar="NAME",
        help="who reads the articles: libnews (default), none, or an extractor that another package brings",
    )
    _add_how_it_reads(build)
    build.add_argument(
        "--report",
        action="append",
        default=[],
        metavar="FILE",
        help=f"write what the checks find there, in the format of its suffix: {', '.join(SUFFIXES)}; again for more",
    )
    build.add_argument(
        "--strict",
        action="store_true",
        help="write nothing and end with 3 where a file is rejected, duplicates aside, or a claim refused",
    )


def _add_how_it_reads(build: ArgumentParser) -> None:
    """Where files are read, and what of it is remembered."""
    build.add_argument(
        "--jobs", type=positive, metavar="N", help="processes that read (default: as many as the work is worth)"
    )
    build.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="read on the workers of the Dask cluster whose scheduler is there; articles and database lie where all of "
        "them can reach them (needs libnews[dask])",
    )
    build.add_argument(
        "--no-cache",
        dest="cache",
        action="store_false",
        help="remember nothing: without it, what was read is kept in a folder beside the database, so that the next "
        "build reads only what changed",
    )
    build.add_argument(
        "--verify",
        action="store_true",
        help="look at the bytes of every file, not only at its size and times, for what changed",
    )


def _add_what_is_known(build: ArgumentParser) -> None:
    """What people and programs bring beside the articles."""
    build.add_argument(
        "--claims",
        action="append",
        default=[],
        metavar="FILE",
        help="claims from outside, one a row, CSV or JSON lines (.jsonl); give it again for more files. A row whose "
        "quote is not in its article letter for letter is refused and listed",
    )
    build.add_argument(
        "--actors",
        metavar="CSV",
        help="people and bodies known already, one a row: columns id and name, with aliases (| between them), name_en, "
        "kind, country, wikidata_id. Who bears such a name is that one, and no two of them are ever made one",
    )
    build.add_argument(
        "--judgements",
        action="append",
        default=[],
        metavar="CSV",
        help="what people decided, as `libnews judge` writes it, or a list of `libnews review` filled in; again for "
        "more files. It goes before all rules, and what cannot be applied is listed",
    )


def add_validate(commands: "Commands") -> None:
    """`libnews validate`."""
    examples = [
        "libnews validate news.duckdb",
        "libnews validate news.duckdb --sources seeds/ --output report.sarif --output report.xml",
        "libnews validate news.duckdb --format github --fail-on warning",
        "libnews validate news.duckdb --baseline known.json",
    ]
    validate = add_command(
        commands, "validate", "check a database, and print what is wrong with it", examples, _PROJECT
    )
    validate.add_argument("db", nargs="?", metavar="DB", help="a database that `libnews build` made")
    validate.add_argument(
        "--sources", metavar="DIR", help="the folder the articles were read from, to compare them too"
    )
    validate.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="of what is printed (default: text); github: annotations, and the summary of the step",
    )
    validate.add_argument(
        "--output",
        action="append",
        default=[],
        metavar="FILE",
        help=f"write the report there too, in the format of its suffix: {', '.join(SUFFIXES)}; again for more files",
    )
    validate.add_argument(
        "--fail-on",
        choices=("error", "warning", "never"),
        default="error",
        help="end with 1 where something so grave is found (default: error)",
    )
    validate.add_argument(
        "--baseline",
        metavar="FILE",
        help="the .json of an earlier run: what it names is known, is counted, and fails no run",
    )
    validate.add_argument(
        "--limit", type=positive, default=100, metavar="N", help="findings named of each rule (default: 100)"
    )
