"""`strategy`: where the company is going, and its SWOT."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.flows.goals import full_goal
from conversations.flows.rights import check_may
from conversations.forms import form, many
from conversations.view import Option, Text
from kpi_engine.commands import NewGoal, NewSwot, SetStrategy
from kpi_engine.design.match import name_among
from kpi_engine.design.strategy import templates
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotEntry, SwotKind

MOST_GOALS = 5
MOST_SWOT = 6
"""Lines in each corner: more than that is nobody's strategy."""


@form
class StrategyGoals:
    """Where the company wants to go."""

    goals: tuple[str, ...] = many(most=MOST_GOALS, own=True)


@form
class Swot:
    """What helps and what hinders, a few lines each."""

    strength: tuple[str, ...] = many(most=MOST_SWOT, own=True, optional=True)
    weakness: tuple[str, ...] = many(most=MOST_SWOT, own=True, optional=True)
    opportunity: tuple[str, ...] = many(most=MOST_SWOT, own=True, optional=True)
    threat: tuple[str, ...] = many(most=MOST_SWOT, own=True, optional=True)


def strategy(ask: Ask) -> Do:
    """Asks for the goals, then for the SWOT; what is written down already stands in the fields."""
    check_may(ask, SetStrategy)
    names = [goal.name for goal in ask.know.goals() if goal.department_id is None]
    ask.step(1, of=2)
    goals = ask(
        StrategyGoals,
        options={"goals": _goals(ask, names)},
        initial={"goals": "\n".join(ask.texts.name(name) for name in names)},
        intro=[Text(ask.texts.say("strategy.goals"))],
    ).goals
    full = [full_goal(ask, goal) for goal in goals]
    ask.step(2, of=2)
    swot = ask(Swot, initial=_lines(ask.know.swot()), intro=[Text(ask.texts.say("strategy.swot"))])
    known = [*names, *(goal for found in templates() for goal in found.goals)]
    return Do(
        SetStrategy(
            goals=tuple(NewGoal(name_among(goal, known)) for goal in full),
            swot=tuple(NewSwot(kind, line) for kind in SwotKind for line in getattr(swot, kind.value)),
        )
    )


def _goals(ask: Ask, names: list[Name]) -> list[Option]:
    known = [Option(ask.texts.name(name), ask.texts.name(name)) for name in names]
    suggested = [
        Option(ask.texts.name(goal), ask.texts.name(goal), ask.texts.name(found.name))
        for found in templates()
        for goal in found.goals
        if goal not in names
    ]
    return known + suggested


def _lines(entries: Sequence[SwotEntry]) -> dict[str, str]:
    return {kind.value: "\n".join(entry.text for entry in entries if entry.kind is kind) for kind in SwotKind}
