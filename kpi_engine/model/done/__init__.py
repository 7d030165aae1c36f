"""What a command has done: what the words about it need."""

from __future__ import annotations

from typing import TypeAlias

from kpi_engine.model.done.actions import Acted, RedExplained, RedPutOff
from kpi_engine.model.done.bulletins import BulletinSet, BulletinStopped
from kpi_engine.model.done.company import Agreed, CompanySetUp, PeopleRanked, SettingsChanged, StrategySet
from kpi_engine.model.done.kpis import (
    Consented,
    Muted,
    Onward,
    PeriodTargetSet,
    Published,
    Revised,
    SeasonSet,
    SetChanged,
    Unmuted,
)
from kpi_engine.model.done.people import (
    DeputySet,
    GroupsTaken,
    InvitationWithdrawn,
    Invited,
    LanguageChosen,
    LeaveSet,
    MemberAdded,
    MemberRemoved,
    Newcomer,
    RankingChosen,
    RemindersSet,
)
from kpi_engine.model.done.talks import Discussed, DraftDiscussed, Reviewed
from kpi_engine.model.done.values import Entered, EnteredItem, Undone

__all__ = [
    "Acted",
    "Agreed",
    "BulletinSet",
    "BulletinStopped",
    "CompanySetUp",
    "Consented",
    "DeputySet",
    "Discussed",
    "Done",
    "DraftDiscussed",
    "Entered",
    "EnteredItem",
    "GroupsTaken",
    "InvitationWithdrawn",
    "Invited",
    "LanguageChosen",
    "LeaveSet",
    "MemberAdded",
    "MemberRemoved",
    "Muted",
    "Newcomer",
    "Onward",
    "PeopleRanked",
    "PeriodTargetSet",
    "Published",
    "RankingChosen",
    "RedExplained",
    "RedPutOff",
    "RemindersSet",
    "Reviewed",
    "Revised",
    "SeasonSet",
    "SetChanged",
    "SettingsChanged",
    "StrategySet",
    "Undone",
    "Unmuted",
]

Done: TypeAlias = (
    CompanySetUp
    | SettingsChanged
    | MemberAdded
    | MemberRemoved
    | GroupsTaken
    | Invited
    | InvitationWithdrawn
    | LeaveSet
    | RemindersSet
    | DeputySet
    | StrategySet
    | Published
    | Revised
    | Consented
    | Muted
    | Unmuted
    | Entered
    | LanguageChosen
    | RankingChosen
    | PeopleRanked
    | SetChanged
    | PeriodTargetSet
    | SeasonSet
    | Acted
    | RedExplained
    | RedPutOff
    | Discussed
    | DraftDiscussed
    | Reviewed
    | Agreed
    | BulletinSet
    | BulletinStopped
    | Undone
)
