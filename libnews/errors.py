"""Errors that a caller can act on. Bad news text is never one of them: that is a Finding or a Rejected row."""

from typing import Any


class LibnewsError(Exception):
    """Root of the library's errors; `exit_code` is what the command line ends with."""

    exit_code = 2


class InputError(LibnewsError):
    """What was given cannot be used as it is: a path, an option, a line of metadata.csv."""


class RejectedInputError(InputError):
    """Files were rejected, or claims refused, and the build was asked to be strict. No database was written.

    `rejected` are the rows of the files, and the findings about the claims.
    """

    exit_code = 3

    def __init__(self, message: str, rejected: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.rejected = rejected


class StoreError(LibnewsError):
    """The database file cannot be opened, read or published."""


class BusyError(StoreError):
    """Another process is writing the same database; try again later (EX_TEMPFAIL)."""

    exit_code = 75


class OutdatedError(StoreError):
    """An older libnews made the database, with other tables; building it again makes it readable."""


class QueryError(LibnewsError):
    """A query was refused or failed; the text says which and why."""


class UnknownRecordError(LibnewsError, LookupError):
    """No record, mention or article of the database has this id."""


class NotFound(LibnewsError, LookupError):  # noqa: N818  # the contract's name, and what a reader would say
    """A quote is not in the text, letter for letter; `places` holds where it stands, if it does so elsewhere."""

    def __init__(self, message: str, places: tuple[Any, ...] = ()) -> None:
        super().__init__(message)
        self.places = places


class Ambiguous(LibnewsError, LookupError):  # noqa: N818  # the contract's name
    """A quote stands several times in the text; `places` holds them all."""

    def __init__(self, message: str, places: tuple[Any, ...] = ()) -> None:
        super().__init__(message)
        self.places = places


class InvalidDataError(LibnewsError):
    """The data breaks rules of severity error; the report's findings say which.

    Raised by `Report.raise_for_errors()` and by `build`, which then leaves the old database in place.
    """

    exit_code = 1

    def __init__(self, message: str, findings: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings
