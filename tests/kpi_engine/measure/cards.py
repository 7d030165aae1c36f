"""Lines and cards in a few words: a KPI's value is its score."""

from __future__ import annotations

from decimal import Decimal

from kpi_engine.measure.score.card import department_card
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.source import Source
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.kpi import Kpi
from kpi_engine.model.name import Language, Name
from kpi_engine.model.score import KpiScore, Scorecard
from tests.kpi_engine.measure.build import BOOK, TODAY, actual, period, version

OCTOBER = period("2026-10")


def line(kpi_id: int, weight: str, value: str | None, *, department: int = 1, person: int | None = None) -> KpiScore:
    """A KPI with a target of 100, so that its score is its value."""
    own = version(kpi=Kpi(kpi_id, department, person), weight=Decimal(weight))
    actuals = [] if value is None else [actual("2026-10", value, kpi_id=kpi_id)]
    found = score_kpi(Source([own], actuals), OCTOBER, BOOK)
    assert found is not None
    return found


def department(department_id: int, *lines: KpiScore) -> Scorecard:
    """The department's card of October."""
    return department_card(department_id, lines, OCTOBER, TODAY)


def person(*hats: tuple[int, str]) -> Person:
    """Somebody with number 7 and these shares of time in departments."""
    positions = tuple(Position(number, Name.same("job"), Decimal(share)) for number, share in hats)
    return Person(7, Name.same("Ann"), Role.MEMBER, Language.EN, "UTC", positions)
