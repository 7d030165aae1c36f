"""Who did what when, and whether it was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kpi_engine.calendar.period import Period
from kpi_engine.model.name import Name


class Deed(StrEnum):
    """What can be done; the name of the command that did it."""

    SET_UP = "set_up"
    CHANGE_SETTINGS = "change_settings"
    ADD_MEMBER = "add_member"
    REMOVE_MEMBER = "remove_member"
    INVITE = "invite"
    WITHDRAW_INVITATION = "uninvite"
    JOIN = "join"
    """Somebody came with a code, or linked another account of theirs."""
    SET_LEAVE = "set_leave"
    SET_STRATEGY = "set_strategy"
    PUBLISH = "publish"
    REVISE = "revise"
    AGREE = "agree"
    MUTE = "mute"
    UNMUTE = "unmute"
    SET_WEIGHTS = "set_weights"
    ADD_KPI = "add_kpi"
    RETIRE = "retire"
    SET_TARGET = "set_target"
    SET_SEASON = "set_season"
    PROPOSE = "propose"
    VOTE = "vote"
    COMMENT = "comment"
    DECIDE = "decide"
    WITHDRAW = "withdraw"
    SHARE_DRAFT = "share_draft"
    COMMENT_DRAFT = "comment_draft"
    PLAN_ACTION = "plan_action"
    POSTPONE_ACTION = "postpone_action"
    ASSIGN_ACTION = "assign_action"
    CLOSE_ACTION = "close_action"
    EXPLAIN_RED = "explain_red"
    LOOK_AGAIN = "look_again"
    ENTER = "enter"
    START_REVIEW = "start_review"
    REMARK = "remark"
    """A comment on a scorecard in review."""
    ACKNOWLEDGE = "acknowledge"
    CLOSE = "close"
    REOPEN = "reopen"
    SET_REMINDERS = "set_reminders"
    SET_DEPUTY = "set_deputy"
    CHOOSE_LANGUAGE = "choose_language"
    CHOOSE_RANKING = "choose_ranking"
    RANK_PEOPLE = "rank_people"
    SET_GRADES = "set_grades"
    SET_GATES = "set_gates"
    SET_TEAM_SHARE = "set_team_share"
    SET_BULLETIN = "set_bulletin"
    STOP_BULLETIN = "stop_bulletin"
    TAKE_GROUPS = "take_groups"
    UNDO = "undo"


BACK_OTHERWISE: frozenset[Deed] = frozenset(
    {
        Deed.SET_UP,
        Deed.VOTE,
        Deed.COMMENT,
        Deed.WITHDRAW,
        Deed.SHARE_DRAFT,
        Deed.COMMENT_DRAFT,
        Deed.START_REVIEW,
        Deed.REMARK,
        Deed.ACKNOWLEDGE,
        Deed.CLOSE,
        Deed.REOPEN,
    }
)
"""What has a way back of its own, or is said anew: undo says which, and takes back nothing that was done before it."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field was and is now, as values of the model (a `Target`, a `Decimal`, a `Name`); None where it was not.

    `about` is what has the field, by its name; `field` says of what kind it is and which: "definition.weight",
    "person.role". `period` is given where it is about a value or a target of one.
    """

    about: Name
    field: str
    old: object
    new: object
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A line of the audit log; `subject` is what it was about, in words."""

    id: int
    person_id: int
    at: datetime
    deed: Deed
    subject: str
    undone: bool = False
    changes: tuple[FieldChange, ...] = ()
