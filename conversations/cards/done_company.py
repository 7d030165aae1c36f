"""What was done to the company as a whole, said back."""

from __future__ import annotations

from typing import TypeAlias

from conversations.cards.groups import TAKE, groups_message
from conversations.cards.say import run_button, say, undo_button
from conversations.cards.settings import settings_message
from conversations.texts import Texts
from conversations.view import Message, Style, Tone
from kpi_engine.model.done import CompanySetUp, GroupsTaken, PeopleRanked, SettingsChanged, StrategySet

OfCompany: TypeAlias = CompanySetUp | GroupsTaken | SettingsChanged | StrategySet | PeopleRanked


def company_message(texts: Texts, done: OfCompany, *, has_groups: bool) -> Message:
    """With the next steps; `has_groups`: whether the messenger has groups that may become departments."""
    match done:
        case CompanySetUp():
            return _set_up(texts, done, has_groups=has_groups)
        case GroupsTaken():
            return groups_message(texts, done)
        case SettingsChanged():
            return settings_message(texts, done)
        case StrategySet():
            return _strategy(texts, done)
        case PeopleRanked(on=on):
            return say(texts, "done.people_ranked", undo_button(texts), tone=Tone.SUCCESS, on=on)


def _set_up(texts: Texts, done: CompanySetUp, *, has_groups: bool) -> Message:
    grouping = (run_button(texts, "groups", TAKE),) if has_groups else ()
    return say(
        texts,
        "done.set_up",
        run_button(texts, "strategy", "strategy", Style.PRIMARY),
        run_button(texts, "add_member", "members add"),
        *grouping,
        run_button(texts, "build", "build"),
        tone=Tone.SUCCESS,
        company=done.company,
        departments=[department.name for department in done.departments],
    )


def _strategy(texts: Texts, done: StrategySet) -> Message:
    buttons = (run_button(texts, "build", "build", Style.PRIMARY), undo_button(texts))
    return say(texts, "done.strategy", *buttons, tone=Tone.SUCCESS, done=done)
