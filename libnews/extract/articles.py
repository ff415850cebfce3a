"""What an article says of itself: its title and the day it was published."""

from libnews.extract.draft import Draft, Place
from libnews.models import Article
from libnews.models.vocabulary import ParagraphKind, RecordType
from libnews.readers import publication_stamp

# A stamp stands at the head of the story, not in its middle.
_HEAD = 3


def find_article(article: Article) -> list[Draft]:
    """One draft of the article's own record where its text gives a title or a publication day, else none."""
    found: list[tuple[str, str, Place]] = []
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.TITLE and article.title == paragraph.text:
            found.append(("title", paragraph.text, Place(paragraph.paragraph_no, (0, len(paragraph.text)))))
            break
    for paragraph in article.paragraphs[:_HEAD]:
        stamp = publication_stamp(paragraph.text)
        if stamp is not None and paragraph.kind.is_read:
            at = Place(paragraph.paragraph_no, (stamp.start_char, stamp.end_char))
            found.append(("published_on", stamp.text, at))
    if not found:
        return []
    draft = Draft(article, RecordType.ARTICLE, found[0][2])
    for name, value, at in found:
        draft.add(name, value, at)
    return [draft]
