"""What is remembered of words, and what is forgotten."""

from libnews.arabic.word_table import WordTable


def asked(words: str, most: int) -> str:
    """The words that had to be asked about, in order."""
    found: list[str] = []

    def ask(word: str) -> int:
        found.append(word)
        return ord(word)

    table = WordTable(ask, most)
    assert [table[word] for word in words] == [ord(word) for word in words]
    return "".join(found)


def test_a_word_that_comes_again_and_again_is_asked_about_once() -> None:
    """The trap: a full table that forgets the words of every article with those of one."""
    assert asked("abacadaeafagahai", most=3) == "abcdefghi"


def test_a_word_not_met_for_long_is_forgotten() -> None:
    """The trap: a table that grows with the corpus."""
    assert asked("abcdefga", most=2) == "abcdefga"
    assert asked("abca", most=3) == "abc"
