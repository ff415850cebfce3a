"""What a report is shown with, whatever its format."""

from dataclasses import dataclass
from pathlib import PurePath

from libnews.models.finding import Finding
from libnews.models.vocabulary import FailOn


@dataclass(frozen=True, slots=True)
class Showing:
    """Where the files and the database stand for the reader, the digest of its digests, and what makes the run fail.

    >>> Showing(folder="seeds/").path_of(Finding(rule="a.b", severity="error", message="x", file="sub/a.txt"))
    'seeds/sub/a.txt'
    """

    folder: str = ""
    database: str = "database"
    digest: str | None = None
    fail_on: FailOn = FailOn.ERROR

    def path_of(self, finding: Finding) -> str | None:
        """The file of a finding as the reader can open it."""
        return None if finding.file is None else PurePath(self.folder, finding.file).as_posix()
