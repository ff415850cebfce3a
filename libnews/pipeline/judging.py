"""One more decision: what it is about is looked up in a database, the rest checked, and words found to anchor it on."""

from datetime import date

from pydantic import ValidationError

from libnews.errors import InputError, UnknownRecordError
from libnews.models.claim_fields import FIELDS, is_field
from libnews.models.claim_row import expected
from libnews.models.correction import why_no_correction
from libnews.models.judgement import Anchor, Judgement
from libnews.models.vocabulary import JudgementAction, RecordType
from libnews.store import Database
from libnews.store.deciding import Subject, anchor_of, ids_starting, subject_of, values_of
from libnews.store.search import named, search


def judge(
    db: Database,
    action: str,
    sought: str,
    other: str | None = None,
    *,
    by: str,
    on: date,
    field: str | None = None,
    value: str | None = None,
    reason: str | None = None,
) -> Judgement:
    """The judgement of `sought`, and of `other` where it is about two, ready for a file of judgements.

    Both are ids of records, mentions or claims, the beginning of one id, or a name that fits one record. The words that
    lead back to them are filled in. `InputError` says why it could not be applied, `UnknownRecordError` what is gone.
    """
    subject = _subject(db, sought)
    given: dict[str, object] = {"action": action, "id": subject.id, "field": field or subject.claim_field}
    if subject.claim_field is not None and JudgementAction(action).is_of_pair:
        given["field"] = None
    if other is not None:
        second = _subject(db, other)
        _refuse_pair(action, subject, second)
        if value is not None:
            raise InputError(f"--value is not for {action}: it would say what two records are")
        anchor = anchor_of(db.connection, second, None, None)
        given |= {"other_id": second.id, "value": None if anchor is None else str(anchor)}
    else:
        given["value"] = value or _only_value(db, action, subject, field)
    words = anchor_of(db.connection, subject, field, value)
    given |= {"decided_by": by, "decided_on": on, "reason": reason, **_anchored(words)}
    try:
        judgement = Judgement.model_validate(given)
    except ValidationError as error:
        raise InputError(expected(error).removeprefix("column row: ").replace("column ", "")) from error
    if not judgement.action.is_of_pair:
        _refuse_unfit(db, judgement, subject)
    return judgement


def _anchored(words: Anchor | None) -> dict[str, object]:
    return {} if words is None else {"file": words.file, "paragraph_no": words.paragraph_no, "quote": words.quote}


def _subject(db: Database, sought: str) -> Subject:
    found = subject_of(db.connection, sought)
    if found is not None:
        return found
    ids = ids_starting(db.connection, sought) or _ids_named(db, sought)
    if not ids:
        raise UnknownRecordError(f"{db.path} has no record, mention or claim with the id or name {sought!r}")
    whole = subject_of(db.connection, ids[0])
    if len(ids) > 1 or whole is None:
        raise InputError(f"{sought!r} fits {', '.join(ids)}: give the whole id of the one you mean")
    return whole


def _ids_named(db: Database, name: str) -> list[str]:
    """Actors that bear exactly this name go before records that only have it in them."""
    found = named(db.connection, name) if len(name.split()) > 1 else []
    return [one.record_id for one in (found or search(db.connection, name))[:5]]


def _refuse_pair(action: str, one: Subject, other: Subject) -> None:
    if None in (one.mention_id, other.mention_id):
        raise InputError("a country is known by its code: no judgement joins or parts it")
    if action == JudgementAction.SAME and one.record_type != other.record_type:
        raise InputError(
            f"one is {one.record_type}, the other {other.record_type}: only records of one type are the same"
        )


def _only_value(db: Database, action: str, subject: Subject, field: str | None) -> str | None:
    """Of a field that is rejected its value, where it has but one: so that later articles are judged by themselves."""
    if action != JudgementAction.REJECT or field is None or subject.claim_field is not None:
        return None
    values = values_of(db.connection, subject, field)
    if len(values) > 1:
        raise InputError(
            f"{field} has several values: give --value with one of {', '.join(values)}, or the id of a claim"
        )
    return values[0] if values else None


def _refuse_unfit(db: Database, judgement: Judgement, subject: Subject) -> None:
    """What the build would not apply is refused here, where it can still be mended."""
    field, kind = judgement.field, subject.record_type
    if subject.claim_field is None and field is not None and not is_field(kind, field):
        raise InputError(f"a record of type {kind} has no field {field}; it has {', '.join(FIELDS[RecordType(kind)])}")
    if judgement.action is JudgementAction.CORRECT:
        why = why_no_correction(kind, field or "", judgement.value or "")
        if why is not None:
            raise InputError(why)
    if subject.mention_id is None and judgement.action is JudgementAction.REJECT and field is None:
        raise InputError("no country or article is rejected whole: reject mentions or claims of it")
    if judgement.action is JudgementAction.REJECT and field is not None and subject.claim_field is None:
        values = values_of(db.connection, subject, field)
        if judgement.value not in values:
            raise InputError(
                f"no claim says that {field} is {judgement.value}; claims say {', '.join(values) or 'nothing'}"
            )
    if judgement.action is JudgementAction.EXPLAIN and field not in _disputed(db, subject):
        raise InputError(f"the articles do not differ about {field} of {subject.record_id}")


def _disputed(db: Database, subject: Subject) -> set[str]:
    return {conflict.field for conflict in db.conflicts() if conflict.record_id == subject.record_id}
