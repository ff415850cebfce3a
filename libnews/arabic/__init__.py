"""Reading Arabic: numbers, dates, money and names in any text, each with its span and value.

Use these four on a text of your own; a build uses the same rules. Each gives matches in text order with `start_char`,
`end_char` (code points, half-open), `text` and `value`.

>>> from libnews import arabic
>>> [(match.text, str(match.value)) for match in arabic.find_numbers("19 مليون دولار")]
[('19 مليون', '19000000')]
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libnews.arabic.dates import find_dates
    from libnews.arabic.money import find_money
    from libnews.arabic.named_persons import find_names
    from libnews.arabic.numbers import find_numbers
else:
    # When first asked for: folding alone, which the store needs, must not bring the whole lexicon with it.
    _HOMES = {"find_dates": "dates", "find_money": "money", "find_names": "named_persons", "find_numbers": "numbers"}

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module 'libnews.arabic' has no attribute {name!r}")
        return getattr(import_module(f"libnews.arabic.{_HOMES[name]}"), name)


__all__ = ["find_dates", "find_money", "find_names", "find_numbers"]
