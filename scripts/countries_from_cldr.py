"""Write libnews/arabic/lexicon/countries.tsv: the Arabic names that Unicode CLDR gives the countries of iso3166.tsv.

Run it after Babel is updated: `python scripts/countries_from_cldr.py`. A test says when the file is out of date.
"""

from pathlib import Path

from babel import Locale

_PACKAGE = Path(__file__).parent.parent / "libnews"
_LOCALES = ("ar", "ar_AE", "ar_EG", "ar_LY", "ar_MA", "ar_SA")
_HEAD = """\
# Countries and territories by ISO 3166-1 alpha-3 code, with the names that Unicode CLDR gives them in Arabic.
# Source: Unicode CLDR 47 ({locales}), as packaged in Babel 2.18; Unicode-3.0 licence. Written by
# scripts/countries_from_cldr.py: names in other use stand in country_aliases.tsv.
"""


def table() -> str:
    """The file's text."""
    rows = []
    for line in (_PACKAGE / "models/codes/iso3166.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            alpha3, alpha2, _ = line.split("\t")
            names = dict.fromkeys(Locale.parse(code).territories[alpha2] for code in _LOCALES)
            rows.append(f"{alpha3}\t{'|'.join(names)}\n")
    return _HEAD.format(locales=", ".join(_LOCALES)) + "".join(rows)


if __name__ == "__main__":
    (_PACKAGE / "arabic/lexicon/countries.tsv").write_text(table(), encoding="utf-8", newline="\n")
