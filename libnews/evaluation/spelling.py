"""When two spellings are one name."""

import unicodedata

from libnews.arabic.fold import fold

_ARTICLE = "ال"
_SHORTEST = 4  # الله and الى keep their first letters


def name_key(text: str) -> str:
    """What spellings of one name share: folded, without the article at the head of its words.

    >>> name_key("الكعبيّ") == name_key("كعبي"), name_key("كعبي") == name_key("كعب")
    (True, False)
    """
    words = fold(unicodedata.normalize("NFKC", text)).split()
    return " ".join(
        word[len(_ARTICLE) :] if word.startswith(_ARTICLE) and len(word) > _SHORTEST else word for word in words
    )
