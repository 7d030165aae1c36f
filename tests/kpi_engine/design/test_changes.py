"""What a change comes to, without any record."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi_engine.calendar.working import Calendar
from kpi_engine.design.changes import outcome
from kpi_engine.design.outcome import UNWRITTEN, Department
from kpi_engine.design.sets import alive
from kpi_engine.design.weights import share
from kpi_engine.errors import Refusal
from kpi_engine.model.change import Change, RetireKpi, SetWeights
from kpi_engine.model.kpi import Kpi, KpiVersion
from tests.factories import TODAY, definition

DECEMBER = date(2026, 12, 1)


def department(*weights: Decimal) -> Department:
    """KPIs 1, 2, … since September, with these weights."""
    kpis = {
        id: (KpiVersion(id * 10, Kpi(id, 1), 1, date(2026, 9, 1), definition(f"K{id}", str(weight)), "", 1),)
        for id, weight in enumerate(weights, 1)
    }
    return Department(1, kpis, {}, alive(kpis), Calendar())


def test_versions_come_after_those_that_stand_and_have_no_id_yet() -> None:
    two = department(Decimal(60), Decimal(40))
    change = SetWeights(((1, Decimal(50)), (2, Decimal(50))), DECEMBER, "so")
    found = outcome(change, two, TODAY, author_id=7)
    assert [(each.kpi.id, each.number, each.id, each.author_id) for each in found.versions] == [
        (1, 2, UNWRITTEN, 7),
        (2, 2, UNWRITTEN, 7),
    ]
    assert found.previous == tuple(versions[0] for versions in two.kpis.values())


def test_a_kpi_of_another_department_is_unknown() -> None:
    change = RetireKpi(9, (), DECEMBER, "so")
    with pytest.raises(Refusal, match="unknown_kpi"):
        department(Decimal(100)).about(change)
    with pytest.raises(Refusal, match="unknown_kpi"):
        outcome(change, department(Decimal(100)), TODAY, author_id=7)


@given(st.lists(st.integers(1, 99), min_size=2, max_size=6), st.data())
def test_a_set_makes_a_hundred_after_every_change(points: list[int], data: st.DataObject) -> None:
    ids = range(1, len(points) + 1)
    before = department(*share([Decimal(point) for point in points]))
    ending = data.draw(st.none() | st.sampled_from(ids))
    going_on = [id for id in ids if id != ending]
    wanted = [Decimal(data.draw(st.integers(1, 99))) for _ in going_on]
    weights = tuple(zip(going_on, share(wanted), strict=True))
    change: Change = (
        SetWeights(weights, DECEMBER, "so") if ending is None else RetireKpi(ending, weights, DECEMBER, "so")
    )
    assume(any(before.kpis[id][0].definition.weight != weight for id, weight in weights))
    found = outcome(change, before, TODAY, author_id=7)
    now = {id: versions[-1] for id, versions in before.kpis.items()} | {each.kpi.id: each for each in found.versions}
    assert sum(each.definition.weight for each in now.values() if not each.retired) == 100
