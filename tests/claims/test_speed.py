"""How long a hundred thousand claims take to verify, beside the bare search for their quotes."""

import random
import time

import pytest

import libnews
from libnews.models.claim_row import ClaimRow
from tests.docs.running import ROOT

_CLAIMS = 100_000


@pytest.mark.slow
def test_a_hundred_thousand_claims(capsys: pytest.CaptureFixture[str]) -> None:
    """The trap: a cost that grows with the article for each claim. Prints times and ratios, captured or not."""
    articles = [libnews.read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    chance = random.Random(11)
    rows: list[ClaimRow] = []
    texts: list[tuple[str, str]] = []
    whole = {article.file: "\n".join(paragraph.text for paragraph in article.paragraphs) for article in articles}
    for number in range(_CLAIMS):
        article = chance.choice(articles)
        paragraph = chance.choice([one for one in article.paragraphs if one.kind.is_read])
        start = chance.randrange(len(paragraph.text))
        rows.append(
            ClaimRow(
                file=article.file, record=f"r{number // 10}", record_type="x_r", field="x_f", value="1",
                quote=paragraph.text[start : start + 40], paragraph_no=paragraph.paragraph_no, occurrence=1,
            )
        )  # fmt: skip
        texts.append((paragraph.text, whole[article.file]))
    searched = []
    for which in (0, 1):
        began = time.perf_counter()
        found = sum(text[which].find(row.quote) >= 0 for row, text in zip(rows, texts, strict=True))
        searched.append(time.perf_counter() - began)
    began = time.perf_counter()
    accepted, refused = libnews.verify(rows, articles)
    verified = time.perf_counter() - began
    assert (found, len(accepted), len(refused)) == (_CLAIMS, _CLAIMS, 0)
    with capsys.disabled():
        print(f"\n{_CLAIMS:,} claims verified in {verified:.2f} s")
        for text, seconds in zip(("its paragraph", "its article"), searched, strict=True):
            print(f"str.find of the quote in {text}: {seconds:.3f} s, ratio {verified / seconds:.0f}")
    assert verified < 60  # on any machine; the ratios are what to watch
