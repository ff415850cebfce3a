"""Plain text files: one file, one article, one line, one paragraph."""

import hashlib
from datetime import date

from libnews.loaders.content import read_once
from libnews.loaders.decoding import Decoded, decode
from libnews.loaders.kinds import find_kinds
from libnews.loaders.language import find_language
from libnews.loaders.listing import FoundFile
from libnews.loaders.metadata import MetadataRow
from libnews.loaders.refusal import Refusal
from libnews.loaders.suggestion import suggested_encoding
from libnews.models.article import Article
from libnews.models.finding import Rejected
from libnews.models.lines import Line, find_lines
from libnews.models.paragraph import Paragraph
from libnews.models.vocabulary import ParagraphKind, PublishedOnBasis, RejectedReason
from libnews.readers import publication_stamp, reader_for

MAX_PARAGRAPHS = 100_000
"""A file with more lines than this is no article, whatever its size."""


def load_file(found: FoundFile, encoding: str | None = None) -> Article | Rejected:
    """The article in one file, or why there is none. Pure: it reads that file and nothing else.

    Use it for every file of a `Listing`, in any order and in any process. `encoding` is a Python codec for files that
    are not UTF-8 (`check_encoding` first).
    """
    raw = read_once(found.path)
    if isinstance(raw, Refusal):
        return raw.of(found.file)
    return load_bytes(raw, found.file, found.metadata, encoding)


def load_bytes(
    raw: bytes, file: str, metadata: MetadataRow | None = None, encoding: str | None = None
) -> Article | Rejected:
    """The article in the bytes of one file, or why there is none."""
    article = article_from(raw, file, metadata, encoding)
    if isinstance(article, Refusal):
        if article.reason is RejectedReason.NOT_UTF8 or (article.reason is RejectedReason.NUL and encoding is None):
            article = _with_suggestion(article, raw)
        return article.of(file, len(raw), _sha256(raw))
    return article


def article_from(
    raw: bytes, file: str, metadata: MetadataRow | None = None, encoding: str | None = None
) -> Article | Refusal:
    """The article that a file's bytes hold.

    >>> article = article_from("وصل الوفد إلى العاصمة.".encode(), "a.txt")
    >>> article.language, article.paragraphs[0].text
    ('ar', 'وصل الوفد إلى العاصمة.')
    """
    decoded = decode(raw, encoding)
    if isinstance(decoded, Refusal):
        return decoded
    lines = list(find_lines(decoded.text))
    if len(lines) > MAX_PARAGRAPHS:
        return Refusal(RejectedReason.TOO_LARGE, f"more than {MAX_PARAGRAPHS} paragraphs; split the file")
    return _article(decoded, lines, _sha256(raw), len(raw), file, metadata or MetadataRow())


def _article(
    decoded: Decoded, lines: list[Line], sha256: str, byte_length: int, file: str, metadata: MetadataRow
) -> Article:
    language = metadata.language or find_language(decoded.text)
    reader = reader_for(language)
    kinds = find_kinds([line.text for line in lines], reader.page_cues if reader else None, metadata.title)
    article_id = Article.id_of(sha256, None)
    published_on, basis = _published_on(lines, kinds, metadata)
    return Article(
        article_id=article_id,
        file=file,
        sha256=sha256,
        byte_length=byte_length,
        encoding=decoded.encoding,
        title=metadata.title or _title(lines, kinds),
        publisher=metadata.publisher,
        url=metadata.url,
        language=language,
        published_on=published_on,
        published_on_basis=basis,
        metadata=dict(metadata.others),
        paragraphs=_paragraphs(article_id, lines, kinds),
    )


def _paragraphs(article_id: str, lines: list[Line], kinds: list[ParagraphKind]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            article_id=article_id,
            paragraph_no=number,
            line_no=line.line_no,
            col_no=line.col_no,
            kind=kind,
            start_char=line.start_char,
            end_char=line.start_char + len(line.text),
            text=line.text,
        )
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True), start=1)
    )


def _title(lines: list[Line], kinds: list[ParagraphKind]) -> str | None:
    titles = (line.text for line, kind in zip(lines, kinds, strict=True) if kind is ParagraphKind.TITLE)
    return next(titles, None)


def _published_on(
    lines: list[Line], kinds: list[ParagraphKind], metadata: MetadataRow
) -> tuple[date | None, PublishedOnBasis | None]:
    """The day that metadata gives, else that of the first stamp in a paragraph that is read."""
    if metadata.published_on is not None:
        return metadata.published_on, PublishedOnBasis.METADATA
    for line, kind in zip(lines, kinds, strict=True):
        stamp = publication_stamp(line.text) if kind.is_read else None
        if stamp is not None:
            return date.fromisoformat(stamp.text), PublishedOnBasis.TEXT
    return None, None


def _with_suggestion(refusal: Refusal, raw: bytes) -> Refusal:
    name = suggested_encoding(raw)
    if name is None:
        return refusal._replace(detail=f"{refusal.detail}; is it text at all? If so, name its encoding with --encoding")
    return refusal._replace(detail=f"{refusal.detail}; it looks like {name}: if so, --encoding {name}")


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
