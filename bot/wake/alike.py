"""Who is looked at together: people who are asked for the same, at the same hours, and were last looked at together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Text, cast, delete, func, literal_column, select, update

from bot.tables import WakeRow
from bot.wake.facts import Rhythm, rhythms
from kpi_engine.model.audit import Deed
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import AuditRow

PAGE = 3000
"""People who are planned in one transaction: few enough that nobody who waits for it waits long."""
TOLD = 300
"""Those of them, at most, of whom it is read what they are asked for; the others are due as before."""
ON_THE_WAY = timedelta(minutes=10)
"""How long before it can be read something may have been done."""
_ENTERED = f"'{Deed.ENTER}'"
"""In so many words, so that there is an index."""


class Due(NamedTuple):
    """Some who are to be looked at by now, and were planned as one the last time."""

    alike: int | None
    """By whom they were; None where it has to be found out who is like whom."""
    seen_until: datetime
    next_at: datetime
    ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class Group:
    """Some who are looked at as one now."""

    rhythm: Rhythm
    seen_until: datetime
    next_at: datetime
    ids: Sequence[int]


def due(scope: Scope, now: datetime) -> Sequence[Due]:
    """The next of the company's people whom nobody else is looking at: this transaction's from now on."""
    page = _page(scope, now)
    if page and _has_changed(scope, page):
        page = [each._replace(alike=None) for each in page]
    return list(_few(page))


def _page(scope: Scope, now: datetime) -> Sequence[Due]:
    mine = WakeRow.company_id == scope.company_id, WakeRow.next_at <= now
    page = select(WakeRow).where(*mine).order_by(WakeRow.next_at).limit(PAGE).with_for_update(skip_locked=True)
    held = page.subquery().c
    same = held.alike, held.seen_until, held.next_at
    ids = func.aggregate_strings(cast(held.person_id, Text), ",")
    found = scope.session.execute(select(*same, ids).group_by(*same))
    return [Due(alike, seen, at, [int(id) for id in ids.split(",")]) for alike, seen, at, ids in found]


def _few(page: Sequence[Due]) -> Iterator[Due]:
    more = TOLD
    for each in page:
        some = each if each.alike else each._replace(ids=each.ids[:more])
        more -= 1 if some.alike else len(some.ids)
        yield some
        if more <= 0:
            return


def groups(scope: Scope, due: Sequence[Due]) -> Sequence[Group]:
    """All of these who have not left, each in one of them; who may not be like the others any more is told apart."""
    known = rhythms(scope, {each.alike for each in due if each.alike})
    as_before, unknown = list[Group](), list[Due]()
    for each in due:
        if each.alike and each.alike in known:
            as_before.append(Group(known[each.alike], each.seen_until, each.next_at, each.ids))
        else:
            unknown.append(each)
    return [*as_before, *_told_apart(scope, unknown)]


def note(scope: Scope, ids: Sequence[int], **columns: object) -> None:
    """Writes that down in their rows."""
    rows = update(WakeRow).where(scope.among(WakeRow.person_id, ids)).values(columns)
    scope.session.execute(rows, execution_options={"synchronize_session": False})  # Nobody has read them as entities.


def _has_changed(scope: Scope, due: Sequence[Due]) -> bool:
    """Whether anything was done since they were looked at but entering values, which changes nobody's hours."""
    since = min(each.seen_until for each in due) - ON_THE_WAY
    done = AuditRow.company_id == scope.company_id, AuditRow.at >= since, AuditRow.deed != literal_column(_ENTERED)
    return scope.session.scalar(select(AuditRow.id).where(*done).limit(1)) is not None


def _told_apart(scope: Scope, due: Sequence[Due]) -> Iterator[Group]:
    """Who is like whom is found out, and kept; who has left is looked at no more."""
    ids = [id for each in due for id in each.ids]
    found = rhythms(scope, ids)
    _mark(scope, found)
    _forget(scope, [id for id in ids if id not in found])
    for each in due:
        for rhythm, those in _by_rhythm({id: found[id] for id in each.ids if id in found}).items():
            yield Group(rhythm, each.seen_until, each.next_at, those)


def _by_rhythm(found: Mapping[int, Rhythm]) -> Mapping[Rhythm, Sequence[int]]:
    same = defaultdict[Rhythm, list[int]](list)
    for id, rhythm in found.items():
        same[rhythm].append(id)
    return same


def _mark(scope: Scope, found: Mapping[int, Rhythm]) -> None:
    """The first of them stands for all who have the same rhythm, however long ago each was looked at."""
    same = _by_rhythm(found).values()
    note(scope, [ids[0] for ids in same], alike=WakeRow.person_id)
    for first, *others in same:
        if others:
            note(scope, others, alike=first)


def _forget(scope: Scope, ids: Sequence[int]) -> None:
    if ids:
        scope.session.execute(delete(WakeRow).where(scope.among(WakeRow.person_id, ids)))
