"""A guess at the encoding of a file that is not UTF-8, for the person to try; never applied by itself."""

import codecs

from charset_normalizer import from_bytes

_SAMPLE = 4096
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
# Encodings that news is kept in. Without the list the guess strays to encodings nobody wrote articles in.
_LIKELY = ["cp1256", "iso8859_6", "cp1252", "cp1251", "koi8_r", "cp1255", "gb18030", "big5", "shift_jis", "euc_kr"]


def suggested_encoding(raw: bytes) -> str | None:
    """The encoding `raw` looks like, by the name `--encoding` takes, or `None`.

    >>> suggested_encoding("وصل رئيس الحكومة إلى العاصمة في زيارة رسمية".encode("windows-1256"))
    'windows-1256'
    >>> suggested_encoding("سلام".encode("utf-16"))
    'utf-16'
    """
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name
    if b"\0" in raw[:_SAMPLE]:
        return _by_nuls(raw[:_SAMPLE])
    best = from_bytes(raw[:_SAMPLE], cp_isolation=_LIKELY).best()
    return None if best is None else best.encoding.replace("cp125", "windows-125").replace("_", "-")


def _by_nuls(sample: bytes) -> str | None:
    # A space is 20 00 in UTF-16-LE and 00 20 in UTF-16-BE, and Arabic text has one every few letters.
    little, big = sample[1::2].count(0), sample[0::2].count(0)
    if max(little, big) < len(sample) // 40 + 1 or min(little, big) * 4 > max(little, big):
        return None
    return "utf-16-le" if little > big else "utf-16-be"
