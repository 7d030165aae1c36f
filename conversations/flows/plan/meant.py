"""Which action is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from conversations.ask import Ask
from conversations.cards.actions import ACTION, Abouts, action_words
from conversations.choice_fields import begun_option
from conversations.flows.finding import nothing_called
from conversations.forms import choice, form
from conversations.view import Option
from kpi_engine.commands import Command
from kpi_engine.errors import Refusal
from kpi_engine.model.action import Action
from kpi_engine.rights import action_place, may

T = TypeVar("T")


@form
class WhichAction:
    """The action meant, where none was named."""

    action: str = choice()


def action_meant(ask: Ask, words: str) -> Action | None:
    """The one that a button means: `#action:12`."""
    id = words.removeprefix(ACTION)
    return ask.know.action(int(id)) if words.startswith(ACTION) and id.isdecimal() else None


def named_action(ask: Ask, words: str, command: type[Command]) -> tuple[Action, str]:
    """The action and what was typed behind it after a comma or a colon; without words the only one, or one chosen."""
    first, _, rest = words.partition(" ")
    if found := action_meant(ask, first):
        return _still_open(found), rest.strip()
    actions = own_first(ask, command)
    if not words:
        return _chosen(ask, actions), ""
    for name, behind in _divided(words):
        if found := _called(name, actions):
            return found, behind
    raise nothing_called(ask, words, [each.text for each in actions])


def with_last(ask: Ask, words: str, command: type[Command], read: Callable[[str], T | None]) -> tuple[Action, T | None]:
    """The action, and what the last words say: `brochure 20 Dec`, `brochure Tom`; the longest that can be read."""
    parts = words.split()
    for first in range(len(parts)):
        last = read(" ".join(parts[first:]))
        if last is not None:
            return named_action(ask, " ".join(parts[:first]), command)[0], last
    return named_action(ask, words, command)[0], None


def own_first(ask: Ask, command: type[Command]) -> list[Action]:
    """The open actions that one may do that to, one's own first; as they are numbered in the list."""
    found = [each for each in ask.know.open_actions() if may(ask.me, command, action_place(each, ask.me))]
    if not found:
        raise Refusal("no_actions")
    return sorted(found, key=lambda each: each.person_id != ask.me.id)


def abouts(ask: Ask, actions: Sequence[Action]) -> Abouts:
    """What the actions are for, by their ids: a KPI as far as one may see it, or a department."""
    kpis = {each.kpi.id: each.definition.name for each in ask.know.kpis()} if actions else {}
    departments = {each.id: each.name for each in ask.know.departments()}
    return {each.id: ask.texts.name(kpis.get(each.kpi_id or 0, departments[each.department_id])) for each in actions}


def _called(name: str, actions: Sequence[Action]) -> Action | None:
    """By its words or their beginning, or by a piece that no other has."""
    option = begun_option(name, _options(actions))
    if option:
        return next(each for each in actions if action_words(each) == option.value)
    holding = [each for each in actions if name.casefold() in each.text.casefold()]
    return holding[0] if name and len(holding) == 1 else None


def _chosen(ask: Ask, actions: Sequence[Action]) -> Action:
    if len(actions) == 1:
        return actions[0]
    chosen = ask(WhichAction, options={"action": _options(actions)}).action
    return next(each for each in actions if action_words(each) == chosen)


def _options(actions: Sequence[Action]) -> list[Option]:
    return [Option(action_words(each), each.text) for each in actions]


def _still_open(action: Action) -> Action:
    """Refusal("action_over", state) before anything is asked about one that is closed."""
    if not action.is_open:
        raise Refusal("action_over", state=action.state)
    return action


def _divided(words: str) -> Iterator[tuple[str, str]]:
    """All of it, then what stands before each sign that may end a name."""
    yield words, ""
    for place, letter in enumerate(words):
        if letter in ",，:：;；":
            yield words[:place].strip(), words[place + 1 :].strip()
