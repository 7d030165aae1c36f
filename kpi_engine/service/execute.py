"""One command, carried out."""

from __future__ import annotations

from kpi_engine.commands import (
    AddMember,
    ChooseLanguage,
    Command,
    EnterActuals,
    PublishKpis,
    ReviseKpi,
    SetStrategy,
    SetUpCompany,
    Undo,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.done import Done
from kpi_engine.service.company import add_member, choose_language, set_up_company
from kpi_engine.service.enter import enter_actuals
from kpi_engine.service.publish import publish_kpis
from kpi_engine.service.revise import revise_kpi
from kpi_engine.service.strategy import set_strategy
from kpi_engine.service.undo import undo
from kpi_engine.store.work import Work


def execute(command: Command, work: Work) -> Done:
    """All of the command, or a Refusal and nothing: the caller's transaction is then as it was before."""
    if not work.actor.person.active:
        raise Refusal("person_inactive", person=work.actor.person.name)
    with work.session.begin_nested():
        return _carried_out(command, work)


def _carried_out(command: Command, work: Work) -> Done:
    match command:
        case SetUpCompany():
            return set_up_company(command, work)
        case AddMember():
            return add_member(command, work)
        case SetStrategy():
            return set_strategy(command, work)
        case PublishKpis():
            return publish_kpis(command, work)
        case ReviseKpi():
            return revise_kpi(command, work)
        case EnterActuals():
            return enter_actuals(command, work)
        case ChooseLanguage():
            return choose_language(command, work)
        case Undo():
            return undo(command, work)
