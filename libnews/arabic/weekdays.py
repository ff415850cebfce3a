"""Days told from the day of publication, and weekdays: «أمس», «بعد غد», «اليوم الثلاثاء», «الخميس المقبل»."""

from datetime import date

from libnews.arabic.date_reading import Reading, Setting, of_day, shifted
from libnews.arabic.date_words import is_word, phrases, word_value
from libnews.arabic.days import day_and_month, digits_date, direction_at
from libnews.arabic.open_dates import weekday, weekday_near
from libnews.arabic.phrases import Found, key
from libnews.arabic.tense import tense_around
from libnews.models.vocabulary import Basis


def relative_day(setting: Setting, place: int) -> Reading | None:
    """«اليوم», «أمس الأول», «بعد غد», with their weekday where it stands beside them: «أمس الإثنين»."""
    tokens = setting.tokens
    found = phrases("day").at(tokens, place) or _morrow(setting, place)
    if found is None or is_word(tokens, place - 1, "not_today", "named") or is_word(tokens, found.after, "not_today"):
        return None
    if found.after < len(tokens) and key(tokens[found.after].bare) == "الحاجه":  # بأمس الحاجة
        return None
    if place and key(tokens[place - 1].bare) in ("قد", "وقد", "فقد", "لقد"):  # «قد غدا»: it has become
        return None
    day = None if setting.published_on is None else shifted(setting.published_on, found.value)
    named = found.after + (found.after < len(tokens) and tokens[found.after].text in "،(")
    number = word_value("weekday", tokens[named].bare) if named < len(tokens) else None
    if number is None:
        return _resolved_day(place, found.after, found.start_char, day)
    day = None if day is None else weekday_near(day, number)
    after = named + 1
    if tokens[named - 1].text == "(" and after < len(tokens) and tokens[after].text == ")":
        after += 1
    return _with_written_day(setting, _resolved_day(place, after, found.start_char, day))


def _morrow(setting: Setting, place: int) -> Found[int] | None:
    """«غد الأربعاء»: without its weekday «غد» is the future at large."""
    found = phrases("morrow").at(setting.tokens, place)
    return found if found is not None and is_word(setting.tokens, found.after, "weekday") else None


def _resolved_day(first: int, after: int, start_char: int, day: date | None) -> Reading:
    parts = (None, None, None) if day is None else (day.year, day.month, day.day)
    return Reading(first, after, start_char, of_day(day), Basis.RESOLVED, *parts)


def weekday_name(setting: Setting, place: int) -> Reading | None:
    """«الثلاثاء», «يوم الخميس المقبل», «الثلاثاء 3 فبراير 2026»."""
    tokens = setting.tokens
    start = place + 1 if key(tokens[place].bare) == "يوم" else place
    found = phrases("weekday").at(tokens, start) if start < len(tokens) else None
    if found is None or is_word(tokens, place - 1, "named", clitics=True):
        return None
    if found.after < len(tokens) and key(tokens[found.after].bare) in ("الاسود", "العظيمه", "الدامي", "البيضاء"):
        return None
    direction = direction_at(setting, found.after)
    day = None
    if setting.published_on is not None:
        day = weekday(setting.published_on, found.value, direction, tense_around(tokens, place, found.after))
    after = found.after if direction is None else found.after + 1
    start_char = found.start_char if start == place else tokens[place].start_char
    return _with_written_day(setting, _resolved_day(place, after, start_char, day))


def _with_written_day(setting: Setting, named: Reading) -> Reading:
    """The date that stands behind a weekday says more than the weekday: «الثلاثاء الموافق 3 فبراير 2026»."""
    tokens = setting.tokens
    place = named.after
    while place < len(tokens) and is_word(tokens, place, "equals"):
        place += 1
    if place >= len(tokens) or place - named.after > 2:
        return named
    behind = digits_date(setting, place) if tokens[place].is_number else None
    behind = behind or day_and_month(setting, place)
    if behind is None or behind.value is None:
        return named
    return behind.starting(named.first, named.start_char)
