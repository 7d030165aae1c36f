"""`report missing`: whose values are not in, for heads and owners; everybody else sees their own."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.unsent import unsent_card
from conversations.flows.my_day import my_day
from conversations.flows.reading import Asked, all_names, read_asked
from conversations.view import Message
from kpi_engine.model.company import Role
from kpi_engine.model.owed import Owed, Owes
from kpi_engine.model.score import Subject, SubjectKind


def unsent(ask: Ask, words: str) -> Message:
    """Of the company, a department, a person or a KPI, as far as one could enter the values in their place."""
    if ask.me.role not in (Role.OWNER, Role.HEAD):
        return my_day(ask)
    asked = read_asked(ask, words)
    meant = [
        Owes(one.person, tuple(each for each in one.values if _is_meant(one, each, asked))) for one in ask.know.owes()
    ]
    return unsent_card(ask.texts, [one for one in meant if one.values], all_names(ask), asked.period)


def _is_meant(owes: Owes, one: Owed, asked: Asked) -> bool:
    period = asked.period
    return _is_about(owes, one, asked) and (
        period is None or one.period.middle in period or period.middle in one.period
    )


def _is_about(owes: Owes, one: Owed, asked: Asked) -> bool:
    about, kpi = asked.about, one.version.kpi
    if not isinstance(about, Subject):
        return kpi == about.kpi
    match about.kind:
        case SubjectKind.COMPANY:
            return True
        case SubjectKind.DEPARTMENT:
            return kpi.department_id == about.id
        case SubjectKind.PERSON:
            return owes.person.id == about.id
