"""What is posted in channels: who leads sets it up, changes it, stops it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kpi_engine.calendar.posting import Rhythm, begun
from kpi_engine.commands import SetBulletin, StopBulletin
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.bulletin import BoardTakes, Bulletin, BulletinKind
from kpi_engine.model.done import BulletinSet, BulletinStopped
from kpi_engine.model.name import Language, Name
from kpi_engine.rights import Facts, check
from kpi_engine.service import log
from kpi_engine.service.log import Kept
from kpi_engine.store import bulletins, load, values
from kpi_engine.store.plain import from_plain, to_plain
from kpi_engine.store.tables import BulletinRow, ChannelRow, DepartmentRow
from kpi_engine.store.work import Work


@dataclass(frozen=True, slots=True)
class Stood:
    """How a bulletin was set at some moment, as it is kept to be taken back."""

    active: bool
    rhythm: Rhythm
    author_id: int
    language: Language


def set_bulletin(command: SetBulletin, work: Work) -> BulletinSet:
    """Refusals: not_allowed(by), unknown_channel, unknown_department."""
    check(work.actor, command, Facts(people=load.everybody(work.scope)))
    channel = work.scope.find(ChannelRow, command.channel_id, "unknown_channel")
    department_id = None if command.kind is BulletinKind.LEADERBOARD else command.department_id
    if department_id is not None:
        work.scope.find(DepartmentRow, department_id, "unknown_department")
    row = bulletins.row_of(work.scope, channel.id, command.kind, department_id)
    before = None if row is None else _stood(row, channel)
    if row is None:
        row = BulletinRow(channel_id=channel.id, kind=command.kind, department_id=department_id)
        row.company_id = work.actor.company_id
    after = Stood(
        active=True,
        rhythm=command.rhythm,
        author_id=work.actor.person.id,
        language=command.language or channel.language,
    )
    company = values.company(work.scope.company())
    goes_on = _goes_on(row, before, command.rhythm, work.now)
    since = work.now if goes_on else begun(command.rhythm, company.calendar, company.time_zone, work.now)
    _stand(row, channel, after, since, work)
    _write_down(Deed.SET_BULLETIN, row, channel, before, work)
    board = BoardTakes.of(company, load.departments(work.scope), load.active_people(work.scope))
    return BulletinSet(_as_set(row, channel, work), company, board)


def _goes_on(row: BulletinRow, before: Stood | None, rhythm: Rhythm, now: datetime) -> bool:
    """Whether it is posted on that weekday already: then its next moment stays, whatever else is changed."""
    return before is not None and before.active and before.rhythm.weekday == rhythm.weekday and row.seen_until <= now


def stop_bulletin(command: StopBulletin, work: Work) -> BulletinStopped:
    """Refusals: not_allowed(by), unknown_bulletin."""
    check(work.actor, command, Facts(people=load.everybody(work.scope)))
    row = work.scope.find(BulletinRow, command.bulletin_id, "unknown_bulletin")
    if not row.active:
        raise Refusal("unknown_bulletin", id=row.id)
    channel = work.scope.find(ChannelRow, row.channel_id, "unknown_channel")
    before = _stood(row, channel)
    row.active = False
    _write_down(Deed.STOP_BULLETIN, row, channel, before, work)
    return BulletinStopped(_as_set(row, channel, work))


def restore_bulletin(kept: Kept, work: Work) -> None:
    """Refusal("changed_since", what) where somebody has set it otherwise since."""
    row = work.scope.find(BulletinRow, kept["bulletin"], "unknown_bulletin")
    channel = work.scope.find(ChannelRow, row.channel_id, "unknown_channel")
    now = _stood(row, channel)
    if now != from_plain(Stood, kept["after"]):
        raise Refusal("changed_since", what=Name.same(channel.name))
    if kept["before"] is None:
        row.active = False
    else:
        _stand(row, channel, from_plain(Stood, kept["before"]), work.now, work)


def _as_set(row: BulletinRow, channel: ChannelRow, work: Work) -> Bulletin:
    of = next((one for one in load.departments(work.scope) if one.id == row.department_id), None)
    return bulletins.bulletin(row, bulletins.channel(channel), of)


def _stood(row: BulletinRow, channel: ChannelRow) -> Stood:
    return Stood(row.active, row.rhythm, row.author_id, channel.language)


def _stand(row: BulletinRow, channel: ChannelRow, as_: Stood, since: datetime, work: Work) -> None:
    """What has its moment by then is not made up for."""
    row.active, row.rhythm, row.author_id, channel.language = as_.active, as_.rhythm, as_.author_id, as_.language
    row.seen_until, row.look_at = since, work.now
    work.session.add(row)
    work.session.flush()


def _write_down(deed: Deed, row: BulletinRow, channel: ChannelRow, before: Stood | None, work: Work) -> None:
    plain = None if before is None else to_plain(before)
    log.record(work, deed, channel.name, {"bulletin": row.id, "before": plain, "after": to_plain(_stood(row, channel))})
