"""`members groups`: groups of people that the messenger has become departments."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.cards.groups import group_note, no_groups, nothing_new
from conversations.choice_fields import record_value
from conversations.flows.rights import check_may
from conversations.forms import form, many
from conversations.view import Message, Option, Text
from kpi_engine.commands import TakeGroups
from kpi_engine.design.groups import placing
from kpi_engine.errors import Refusal
from kpi_engine.model.groups import Group
from kpi_engine.rights import may

MOST = 50
"""Groups in one go."""


@form
class Grouped:
    """Which groups become departments."""

    groups: tuple[str, ...] = many(most=MOST)


def grouped(ask: Ask, words: str) -> Do | Message:
    """Asks which of the groups that would change anything are taken.

    Refusal("groups_none") where the messenger has none, and those of `World.groups`.
    """
    check_may(ask, TakeGroups)
    if ask.groups is None:
        raise Refusal("groups_none")
    groups = ask.groups()
    found = {group.id: placing([group], ask.know.departments(), ask.know.everybody()) for group in groups}
    new = [group for group in groups if not found[group.id].is_nothing]
    if not groups:
        return no_groups(ask.texts)
    if not new:
        return nothing_new(ask.texts, [group.name for group in groups])
    options = [Option(record_value(one.id), one.name, group_note(ask.texts, one, found[one.id])) for one in new]
    chosen = ask(Grouped, options={"groups": options}, intro=_there(ask, groups, new), words=words).groups
    return Do(TakeGroups(tuple(group for group in new if record_value(group.id) in chosen)))


def can_take(ask: Ask) -> bool:
    """Whether there may be groups for them to take."""
    return ask.groups is not None and may(ask.me, TakeGroups)


def _there(ask: Ask, groups: Sequence[Group], new: Sequence[Group]) -> list[Text]:
    """What becomes of them, and which are departments already."""
    there = [group.name for group in groups if group not in new]
    return [Text(ask.texts.say("groups.intro", there=there))]
