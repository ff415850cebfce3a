"""Typed facts from news articles in a DuckDB database, each value traced to exact characters of a file.

    import libnews
    with libnews.build("seeds/", "news.duckdb") as db:
        for meeting in db.meetings(country="LBY"):
            print(meeting.date, meeting.provenance["date"])

The public door is `__all__`. Each name is imported when it is first used, so that `import libnews` costs nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libnews import arabic, errors, models
    from libnews.checks import Report, schemas
    from libnews.errors import (
        Ambiguous,
        BusyError,
        InputError,
        InvalidDataError,
        LibnewsError,
        NotFound,
        QueryError,
        RejectedInputError,
        StoreError,
        UnknownRecordError,
    )
    from libnews.extract import claim, verify
    from libnews.loaders import read
    from libnews.pipeline import Built, build, build_database, diff, evaluate, validate, write
    from libnews.store import Database, connect, run_query

    __version__: str
else:
    _MODULES = {
        "arabic": "libnews.arabic", "errors": "libnews.errors", "models": "libnews.models",
        "schemas": "libnews.checks.schemas",
    }  # fmt: skip
    _HOMES = {
        "libnews.checks": ("Report",),
        "libnews.errors": (
            "Ambiguous", "BusyError", "InputError", "InvalidDataError", "LibnewsError", "NotFound", "QueryError",
            "RejectedInputError", "StoreError", "UnknownRecordError",
        ),
        "libnews.extract": ("claim", "verify"),
        "libnews.loaders": ("read",),
        "libnews.pipeline": ("Built", "build", "build_database", "diff", "evaluate", "validate", "write"),
        "libnews.store": ("Database", "connect", "run_query"),
    }  # fmt: skip

    def __getattr__(name: str) -> object:
        from importlib import import_module, metadata

        if name == "__version__":
            return metadata.version("libnews")
        if name in _MODULES:
            return import_module(_MODULES[name])
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(home), name)
        raise AttributeError(f"module 'libnews' has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


__all__ = [
    "Ambiguous", "Built", "BusyError", "Database", "InputError", "InvalidDataError", "LibnewsError", "NotFound",
    "QueryError", "RejectedInputError", "Report", "StoreError", "UnknownRecordError", "__version__", "arabic", "build",
    "build_database", "claim", "connect", "diff", "errors", "evaluate", "models", "read", "run_query", "schemas",
    "validate", "verify", "write",
]  # fmt: skip
