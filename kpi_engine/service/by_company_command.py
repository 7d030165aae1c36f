"""Which function does what each command about the company and its people asks for."""

from __future__ import annotations

from kpi_engine.commands import (
    AddMember,
    ChangeSettings,
    ChooseLanguage,
    ChooseRanking,
    CompanyCommand,
    Invite,
    PeopleCommand,
    RankPeople,
    RemoveMember,
    SetDeputy,
    SetGates,
    SetGrades,
    SetLeave,
    SetReminders,
    SetStrategy,
    SetTeamShare,
    SetUpCompany,
    SnoozeReminders,
    TotalCommand,
    WithdrawInvitation,
)
from kpi_engine.model.done import Done
from kpi_engine.service.agree import agree
from kpi_engine.service.company import choose_language, set_up_company
from kpi_engine.service.invitations import invite, withdraw_invitation
from kpi_engine.service.leave import set_leave
from kpi_engine.service.leaving import remove_member
from kpi_engine.service.members import add_member
from kpi_engine.service.ranking import choose_ranking, rank_people
from kpi_engine.service.reminders import set_deputy, set_reminders
from kpi_engine.service.settings import change_settings
from kpi_engine.service.strategy import set_strategy
from kpi_engine.store.work import Work


def of_company(command: CompanyCommand | TotalCommand, work: Work) -> Done:
    """What a command about the company as a whole has done."""
    match command:
        case SetUpCompany():
            return set_up_company(command, work)
        case ChangeSettings():
            return change_settings(command, work)
        case SetStrategy():
            return set_strategy(command, work)
        case RankPeople():
            return rank_people(command, work)
        case SetGrades() | SetGates() | SetTeamShare():
            return agree(command, work)


def of_people(command: PeopleCommand, work: Work) -> Done:
    """What a command about its people has done."""
    match command:
        case AddMember():
            return add_member(command, work)
        case RemoveMember():
            return remove_member(command, work)
        case SetDeputy():
            return set_deputy(command, work)
        case SetReminders() | SnoozeReminders():
            return set_reminders(command, work)
        case SetLeave():
            return set_leave(command, work)
        case Invite():
            return invite(command, work)
        case WithdrawInvitation():
            return withdraw_invitation(command, work)
        case ChooseLanguage():
            return choose_language(command, work)
        case ChooseRanking():
            return choose_ranking(command, work)
