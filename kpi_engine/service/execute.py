"""One command, carried out."""

from __future__ import annotations

from dataclasses import replace

from kpi_engine.commands import (
    AddMember,
    ChooseLanguage,
    ChooseRanking,
    Command,
    EnterActuals,
    MuteFinding,
    PublishKpis,
    RankPeople,
    RemoveMember,
    ReviseKpi,
    SetStrategy,
    SetUpCompany,
    Undo,
    UnmuteFinding,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.done import Done
from kpi_engine.service.company import add_member, choose_language, set_up_company
from kpi_engine.service.enter import enter_actuals
from kpi_engine.service.leaving import remove_member
from kpi_engine.service.mute import change_mute
from kpi_engine.service.publish import publish_kpis
from kpi_engine.service.ranking import choose_ranking, rank_people
from kpi_engine.service.revise import revise_kpi
from kpi_engine.service.strategy import set_strategy
from kpi_engine.service.undo import undo
from kpi_engine.store import load
from kpi_engine.store.work import Work


def execute(command: Command, work: Work) -> Done:
    """All of the command, or a Refusal and nothing: the caller's transaction is then as it was before."""
    with work.session.begin_nested():
        held = _held(command, work)
        if not held.actor.person.active:
            raise Refusal("person_inactive", person=held.actor.person.name)
        return _carried_out(command, held)


def _held(command: Command, work: Work) -> Work:
    """Who writes waits for who wrote first; the actor is then judged by what they are now.

    Values alone hold no more than their KPIs, so that a whole company can enter theirs at once.
    """
    if not isinstance(command, EnterActuals):
        work.scope.hold_company()
    return replace(work, actor=replace(work.actor, person=load.person(work.scope, work.actor.person.id)))


def _carried_out(command: Command, work: Work) -> Done:
    match command:
        case SetUpCompany():
            return set_up_company(command, work)
        case AddMember():
            return add_member(command, work)
        case RemoveMember():
            return remove_member(command, work)
        case SetStrategy():
            return set_strategy(command, work)
        case PublishKpis():
            return publish_kpis(command, work)
        case ReviseKpi():
            return revise_kpi(command, work)
        case MuteFinding() | UnmuteFinding():
            return change_mute(command, work)
        case EnterActuals():
            return enter_actuals(command, work)
        case ChooseLanguage():
            return choose_language(command, work)
        case ChooseRanking():
            return choose_ranking(command, work)
        case RankPeople():
            return rank_people(command, work)
        case Undo():
            return undo(command, work)
