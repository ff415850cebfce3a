"""What was given: the files below the PATHs, each under the name that `article.file` will hold."""

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from libnews.errors import InputError
from libnews.loaders.folder import METADATA_NAME, FolderContents, is_folder, walk
from libnews.loaders.metadata import MetadataRow, read_metadata
from libnews.loaders.status import is_settled, status_of
from libnews.models.file_name import file_name
from libnews.models.finding import Rejected


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file that was given: its name in the database, where it lies, and what metadata.csv says of it.

    `status` is what the system told of it when it was found (`status_of`); `None` where nobody asked.
    """

    file: str
    path: Path
    metadata: MetadataRow | None = None
    status: bytes | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything given, in the order of `file`.

    `root` is the deepest folder that holds every PATH; `rejected` are folders that could not be entered; `ignored`
    counts what lay in the folders and was not given (dot files, README, other suffixes), a dot folder as one;
    `metadata_rows` the rows of metadata.csv that speak of a file given.
    """

    root: Path
    files: tuple[FoundFile, ...]
    rejected: tuple[Rejected, ...]
    ignored: int
    metadata_rows: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What the PATHs name and their folders hold, as the system tells without opening anything.

    Use it to see whether anything changed: that needs no row of metadata.csv and no name in order.
    """

    root: Path
    contents: FolderContents
    metadata: Path | None
    ignored: int

    @property
    def state(self) -> str:
        """A hash that is another one where a file came, went, or may have changed.

        Of the same files the system gives the same order, mostly: where it does not, the hash is another one too.
        """
        state = self._names()
        state.update(b"".join((*self.contents.files.values(), *self.contents.metadata.values())))
        return state.hexdigest()

    def bytes_state(self, sha256: Callable[[str], str | None], metadata: object) -> str:
        """The same by bytes: `sha256` tells those of a path, `None` where they cannot be had; `metadata` stands for
        those of the files of metadata."""
        state = self._names()
        state.update(repr(metadata).encode("utf-8", "surrogateescape"))
        for path, status in self.contents.files.items():
            state.update((sha256(path) or status.hex()).encode())
        return state.hexdigest()

    def _names(self) -> "hashlib._Hash":
        refused = [f"{path}\0{refusal.detail}" for path, refusal in self.contents.refused.items()]
        found = (*self.contents.files, *self.contents.metadata)
        names = "\0".join([str(self.root), str(self.ignored), *refused, *found])
        return hashlib.sha256(names.encode("utf-8", "surrogateescape"))

    def is_settled(self, now: int) -> bool:
        """Whether nothing can have changed after `now` (nanoseconds) and have the status that was seen."""
        found = (*self.contents.files.values(), *self.contents.metadata.values())
        return all(is_settled(status, now) for status in found)

    def listing(self) -> Listing:
        """The same with the rows of metadata.csv. `InputError` tells of all rows that are wrong at once."""
        if self.metadata is None:
            sources = [(Path(path), Path(path).parent) for path in sorted(self.contents.metadata)]
        else:
            sources = [(self.metadata, self.root)]
        rows = {str(path): row for path, row in read_metadata(sources).items()}
        below = _names_below(self.root)
        found = (
            FoundFile(below(path), Path(path), rows.get(path), status) for path, status in self.contents.files.items()
        )
        files = tuple(sorted(found, key=lambda one: one.file))
        refused = sorted((below(path), refusal) for path, refusal in self.contents.refused.items())
        return Listing(
            root=self.root,
            files=files,
            rejected=tuple(refusal.of(file) for file, refusal in refused),
            ignored=self.ignored,
            metadata_rows=sum(one.metadata is not None for one in files),
        )


def survey(paths: Iterable[str | Path], metadata: Path | None = None, own: Iterable[Path] = ()) -> Survey:
    """Look for the files that PATHs name or that folders among them hold; `discover` says by which rules.

    `InputError` where a path does not exist.
    """
    folders, named = _sorted_out(paths)
    root = _root([*folders, *(path.parent for path in named)])
    contents = FolderContents()
    for folder in folders:
        walk(str(folder), contents)
    for path in named:
        kind = contents.metadata if path.name == METADATA_NAME else contents.files
        kind[str(path)] = status_of(path.lstat())
    if metadata is not None:
        metadata = _existing(metadata)
        contents.metadata = {str(metadata): status_of(metadata.stat())}
    mine = {str(path) for path in own}
    for name in mine & contents.files.keys():
        del contents.files[name]
    return Survey(root, contents, metadata, len(contents.ignored - contents.files.keys() - mine))


def discover(paths: Iterable[str | Path], metadata: Path | None = None, own: Iterable[Path] = ()) -> Listing:
    """List the files that PATHs name or that folders among them hold, with their rows of metadata.csv.

    A folder gives its text files, at any depth, and each `metadata.csv` in it speaks of the files below its own folder;
    `metadata` names one CSV to use instead of all of these, with names relative to the root. A file named
    `metadata.csv` among PATHs is read as such and is no article. A file reached twice counts once. Nothing is read
    but the CSVs. `own` are absolute paths that count as nothing at all: the database that is being built, and what
    was given for another purpose, where they lie in one of the folders or a shell wrote them out.

    `InputError` where a path does not exist or a row is wrong; it tells of all of them at once.
    """
    return survey(paths, metadata, own).listing()


def root_of(paths: Iterable[str | Path]) -> Path:
    """The deepest folder that holds every one of PATHs: the one below which `article.file` names files.

    >>> root_of(["."]) == Path.cwd()
    True
    """
    folders, named = _sorted_out(paths)
    return _root([*folders, *(path.parent for path in named)])


def _sorted_out(paths: Iterable[str | Path]) -> tuple[list[Path], list[Path]]:
    """Folders and files of PATHs, as absolute paths without links in their folders."""
    folders: set[Path] = set()
    files: set[Path] = set()
    problems: list[str] = []
    for path in sorted({Path(path) for path in paths}):
        if not os.path.lexists(path):
            problems.append(_missing(path))
        elif is_folder(path):
            folders.add(path.resolve())
        else:
            files.add(path.parent.resolve() / path.name)
    if problems:
        raise InputError("\n".join(problems))
    if not folders and not files:
        raise InputError("no PATH was given; name a folder of articles, or files")
    return sorted(folders), sorted(files)


def _missing(path: Path) -> str:
    return f"{path}: no such file or folder; check the name and the folder you are in"


def _root(folders: list[Path]) -> Path:
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        drives = ", ".join(sorted({folder.drive for folder in folders}))
        raise InputError(f"the PATHs lie on different drives ({drives}); give those of one drive") from None


def _names_below(root: Path) -> Callable[[str], str]:
    """Names in the database of what lies below `root`, or is it."""
    above = str(root).removesuffix(os.sep) + os.sep  # the root of all ends on one
    return lambda path: file_name(path.removeprefix(above) if path != str(root) else os.curdir)


def _existing(metadata: Path) -> Path:
    if not metadata.exists():
        raise InputError(_missing(metadata))
    return metadata.resolve()
