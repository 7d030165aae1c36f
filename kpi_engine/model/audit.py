"""Who did what when, and whether it was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Deed(StrEnum):
    """What can be done; the name of the command that did it."""

    SET_UP = "set_up"
    ADD_MEMBER = "add_member"
    REMOVE_MEMBER = "remove_member"
    SET_STRATEGY = "set_strategy"
    PUBLISH = "publish"
    REVISE = "revise"
    MUTE = "mute"
    UNMUTE = "unmute"
    ENTER = "enter"
    CHOOSE_LANGUAGE = "choose_language"
    CHOOSE_RANKING = "choose_ranking"
    RANK_PEOPLE = "rank_people"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A line of the audit log; `subject` is what it was about, in words."""

    id: int
    person_id: int
    at: datetime
    deed: Deed
    subject: str
    undone: bool = False
