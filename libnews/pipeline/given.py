"""What a build is given: the articles, and what people and programs bring beside them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from libnews.errors import InputError
from libnews.loaders import Survey, survey

StrPath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Beside:
    """Files that are read whole by every build."""

    claims: tuple[Path, ...] = ()
    judgements: tuple[Path, ...] = ()
    actors: Path | None = None

    @classmethod
    def named(
        cls,
        claims: StrPath | Iterable[StrPath],
        judgements: StrPath | Iterable[StrPath],
        actors: StrPath | None,
    ) -> "Beside":
        """The files of these names. `InputError` where one is missing."""
        return cls(
            tuple(_existing(path, "claims file") for path in listed(claims)),
            tuple(_existing(path, "file of judgements") for path in listed(judgements)),
            None if actors is None else _existing(actors, "file of known actors"),
        )

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them."""
        return (*self.claims, *self.judgements, *(() if self.actors is None else (self.actors,)))


def listed(paths: StrPath | Iterable[StrPath]) -> list[Path]:
    """One path or several, as a list."""
    return [Path(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]


def _existing(path: StrPath, what: str) -> Path:
    """A link to such a file is followed: it is named, not found in a folder."""
    path = Path(path)
    if not path.exists():
        raise InputError(f"{path}: no such {what}; check the name and the folder you are in")
    if not path.is_file():  # read twice, so a pipe would be empty the second time
        raise InputError(f"{path} is no {what}: give a file, not a folder or a pipe")
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def articles_in(paths: StrPath | Iterable[StrPath], metadata: StrPath | None, target: Path, beside: Beside) -> Survey:
    """The articles that PATHs name or hold. `InputError` where there is none."""
    # The database, what the store keeps beside it, and what else was given are no articles, wherever they lie.
    others = [Path(os.path.realpath(path)) for path in beside.files]
    own = [target, *target.parent.glob(f"{escape(target.name)}.*"), *target.parent.glob(f".{escape(target.name)}.*")]
    found = survey(listed(paths), None if metadata is None else Path(metadata), [*own, *others])
    if not found.contents.files and not found.contents.refused:
        folders = ", ".join(str(path) for path in listed(paths))
        raise InputError(
            f"no article in {folders}: a folder gives its .txt files, README* and dot files aside; "
            f"{found.ignored} other files were found"
        )
    return found
