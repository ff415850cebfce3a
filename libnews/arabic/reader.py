"""The reader of Arabic: what `loaders` and `extract` ask of the language, in one place."""

from libnews.arabic.page import ArabicPageCues


class ArabicReader:
    """Found by `libnews.readers.reader_for("ar")`."""

    language = "ar"
    page_cues = ArabicPageCues()


READER = ArabicReader()
