"""Everything that a build or a check imports, imported beforehand: imports are no part of what is measured."""

from importlib import import_module
from pkgutil import walk_packages

import libnews

_LATE = ("ibis", "pandas", "pandera.ibis", "pandera.backends.ibis.register", "pyarrow")
"""What the library imports where it is used."""
_NEVER = ("libnews.testing", "libnews.__main__", "libnews.checks.polars_frames")
"""No part of a build."""


def import_all() -> None:
    """Import the modules of the library, and what these import late."""
    for module in walk_packages(libnews.__path__, "libnews."):
        if not module.name.startswith(_NEVER):
            import_module(module.name)
    for name in _LATE:
        import_module(name)
