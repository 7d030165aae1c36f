"""What is to be done, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from conversations.ask import Ask
from conversations.cards.actions import Abouts
from conversations.cards.plan import PlanPage, action_card, counts_card, plan_card
from conversations.flows.plan.meant import abouts, action_meant
from conversations.flows.reading import all_names, own_subject, read_asked
from conversations.view import Message
from kpi_engine.commands import AssignAction, CloseAction, PlanAction
from kpi_engine.model.action import Action
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import Place, action_place, check_actions, may

_FROM = re.compile(r"(.*?)\s*\+([0-9]{1,4})")
"""`Sales +8`: from the ninth action on."""


def shown(ask: Ask, words: str) -> Message:
    """One action that a button means, or a list of them."""
    one = action_meant(ask, words)
    if one:
        return action_page(ask, one)
    paged = _FROM.fullmatch(words)
    name, begin = (paged[1], int(paged[2])) if paged else (words, 0)
    about = read_asked(ask, name).about if name else own_subject(ask)
    found = ask.know.open_actions()
    mine = [each for each in found if each.person_id == ask.me.id]
    if isinstance(about, Subject) and about.kind is SubjectKind.COMPANY:
        return counts_card(ask.texts, _page(ask, mine, (), begin, words=name), found, ask.know.departments())
    if name:
        page = replace(_about(ask, about, found, begin), words=name)
        return plan_card(ask.texts, page, all_names(ask))
    others = [each for each in found if each not in mine]
    return plan_card(ask.texts, _page(ask, mine, others, begin), all_names(ask))


def action_page(ask: Ask, action: Action) -> Message:
    """One action with what one may do about it."""
    closes = may(ask.me, CloseAction, action_place(action, ask.me))
    gives = may(ask.me, AssignAction, Place(action.department_id))
    known = abouts(ask, [action])
    return action_card(ask.texts, action, known, all_names(ask), ask.today, may_close=closes, may_give=gives)


def _about(ask: Ask, about: Subject | KpiVersion, found: Sequence[Action], begin: int) -> PlanPage:
    """What concerns a department, somebody or a KPI; of a KPI also what is closed."""
    if isinstance(about, KpiVersion):
        plan = ask.know.actions(about.kpi.id)
        _check_sight(ask, {about.kpi.department_id}, plan)
        still, closed = ([each for each in plan if each.is_open is is_open] for is_open in (True, False))
        return _page(ask, (), still, begin, about=ask.texts.name(about.definition.name), closed=closed)
    name = all_names(ask).subject(about)
    if about == Subject(SubjectKind.PERSON, ask.me.id):
        return _page(ask, [each for each in found if each.person_id == ask.me.id], (), begin)
    if about.kind is SubjectKind.PERSON:
        theirs = [each for each in found if each.person_id == about.id]
        _check_sight(ask, next(each.department_ids for each in ask.know.people() if each.id == about.id), theirs)
    else:
        theirs = [each for each in found if each.department_id == about.id]
        _check_sight(ask, {about.id}, theirs)
    return _page(ask, (), theirs, begin, about=name)


def _check_sight(ask: Ask, departments: Set[int], seen: Sequence[Action]) -> None:
    """That one sees nothing there is not said as if there were nothing; what one does oneself one sees anywhere."""
    if not seen:
        check_actions(ask.me, departments, ask.know.people())


def _page(
    ask: Ask,
    mine: Sequence[Action],
    others: Sequence[Action],
    begin: int,
    *,
    about: str = "",
    words: str = "",
    closed: Sequence[Action] = (),
) -> PlanPage:
    known: Abouts = abouts(ask, [*mine, *others])
    closes = any(may(ask.me, CloseAction, action_place(each, ask.me)) for each in others)
    return PlanPage(
        tuple(mine),
        tuple(others),
        tuple(closed),
        begin,
        about,
        words,
        known,
        ask.today,
        may(ask.me, PlanAction),
        closes,
    )
