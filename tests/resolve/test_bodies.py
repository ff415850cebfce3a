"""Bodies of one name: one where the name tells which, and as many as there are countries where it does not."""

import pytest

from libnews.extract import extract
from libnews.resolve import resolve
from tests.extract.reading import article


def bodies(*lines: str) -> int:
    """How many bodies the articles of one line each tell of."""
    read = [(one, extract(one)) for one in map(article, lines)]
    mentions = [mention for _, told in read for mention in told.mentions]
    claims = [claim for _, told in read for claim in told.claims]
    found = dict(resolve([one for one, _ in read], mentions, claims).decisions)
    kinds = {claim.mention_id: claim.value for claim in claims if claim.field == "kind"}
    told = {mention.mention_id for mention in mentions if mention.record_type == "actor"}
    return len({found[one].record_id for one in told if kinds[one] not in ("person", "country")})


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("أعلن الجيش الليبي وقف القتال.", "قالت القوات المسلحة الليبية إن القتال توقف.", "an army is its armed forces"),
        ("قالت الخارجية الروسية ذلك.", "قالت وزارة الخارجية الروسية إنها ترحب.", "the ministry's word left out"),
        ("قال الكونغرس الأميركي ذلك.", "رفض الكونغرس الأمريكي القرار.", "a nationality spelled otherwise"),
        ("رحب صندوق النقد الدولي بذلك.", "وافق صندوق النقد الدولي أمس.", "of no country, and one of its name"),
    ],
)
def test_one_body(one: str, other: str, why: str) -> None:
    assert bodies(one, other) == 1, why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("أعلن الجيش الليبي وقف القتال.", "أعلن الجيش المصري وقف القتال.", "armies of two countries"),
        ("وافق مجلس الوزراء على القرار.", "رفض مجلس الوزراء القرار.", "every country has one"),
        ("أعلنت القوات المسلحة ذلك.", "نفت القوات المسلحة ذلك أمس.", "every country has them"),
        ("قالت وزارة الخارجية الروسية ذلك.", "قالت وزارة الدفاع الروسية ذلك.", "two ministries of one country"),
    ],
)
def test_two_bodies(one: str, other: str, why: str) -> None:
    assert bodies(one, other) == 2, why
