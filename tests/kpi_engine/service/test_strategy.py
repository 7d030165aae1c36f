"""Goals and SWOT, replaced as a whole."""

from __future__ import annotations

import pytest

from kpi_engine.commands import NewGoal, NewSwot, SetStrategy
from kpi_engine.errors import Refusal
from kpi_engine.model.done import StrategySet
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotKind
from tests.factories import Office, who_may


def strategy(*goals: str, swot: tuple[str, ...] = ()) -> SetStrategy:
    return SetStrategy(
        tuple(NewGoal(Name.same(goal)) for goal in goals),
        tuple(NewSwot(SwotKind.STRENGTH, text) for text in swot),
    )


def done(office: Office, command: SetStrategy) -> StrategySet:
    found = office.do(command)
    assert isinstance(found, StrategySet)
    return found


def test_goals_that_keep_their_name_keep_their_identity(office: Office) -> None:
    first = done(office, strategy("Grow", "Quality", swot=("Brand", "Team")))
    again = done(office, strategy("quality", "Cash", "CASH", swot=("Team", "Price")))
    assert [goal.name.en for goal in again.goals] == ["Quality", "Cash"]
    assert again.goals[0].id == first.goals[1].id
    assert [entry.text for entry in again.swot] == ["Team", "Price"]
    assert again.swot[0] == first.swot[1]
    assert office.reader().goals() == again.goals
    assert office.reader().swot() == again.swot


def test_only_an_owner_sets_the_strategy(office: Office) -> None:
    with pytest.raises(Refusal) as caught:
        office.do(strategy("Grow"), by=office.hal)
    assert (caught.value.key, who_may(caught.value)) == ("not_allowed", ["Ann"])


def test_a_goal_has_a_name(office: Office) -> None:
    done(office, strategy("Grow"))
    with pytest.raises(Refusal, match="name_empty"):
        office.do(strategy("Quality", " "))
    assert [goal.name.en for goal in office.reader().goals()] == ["Grow"]
