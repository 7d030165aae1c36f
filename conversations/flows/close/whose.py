"""Whose periods who is talking closes, and which of them is still to be closed."""

from __future__ import annotations

from conversations.ask import Ask
from kpi_engine.calendar.period import Period
from kpi_engine.commands import ClosePeriod
from kpi_engine.model.company import Role
from kpi_engine.model.review import ReviewState
from kpi_engine.model.score import SubjectKind
from kpi_engine.rights import may


def judged_departments(ask: Ask) -> frozenset[int]:
    """The departments with KPIs whose periods they close: an owner all, a head their own."""
    if not may(ask.me, ClosePeriod):
        return frozenset()
    measured = frozenset(version.kpi.department_id for version in ask.know.kpis())
    return measured if ask.me.role is Role.OWNER else measured & ask.me.department_ids


def is_open(ask: Ask, period: Period) -> bool:
    """Whether there is a department of theirs whose period has not been closed."""
    reviews = ask.know.reviews(period)
    done = [one for one in reviews if one.state is ReviewState.CLOSED and one.subject.kind is SubjectKind.DEPARTMENT]
    return bool(judged_departments(ask) - {one.subject.id for one in done})
