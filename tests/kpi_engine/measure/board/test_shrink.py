"""Rates of few cases are compared with care."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi_engine.measure.board.shrink import shrunk, shrunk_rate
from kpi_engine.measure.score.card import department_card, person_card
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.source import Source
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.kpi import Aggregation, Kpi, Unit, UnitKind
from kpi_engine.model.name import Language, Name
from kpi_engine.model.score import KpiScore, Scorecard
from tests.kpi_engine.measure.build import BOOK, TODAY, actual, period, target, version

OCTOBER = period("2026-10")
SOLVED = Name("Solved at first contact", "首次解决率")


def line(department: int, value: str, person: int | None = None, **changes: object) -> KpiScore:
    """A KPI of which a share is measured, at a target of 80 %."""
    share = {"unit": Unit(UnitKind.PERCENT), "aggregation": Aggregation.RATIO, "target": target("0.8"), "name": SOLVED}
    kpi = Kpi(department * 10 + (person or 0), department, person)
    made = version(kpi=kpi, **(share | changes))  # type: ignore[arg-type]  # the names are the definition's
    found = score_kpi(Source([made], [actual("2026-10", value, kpi_id=kpi.id)]), OCTOBER, BOOK)
    assert found is not None
    return found


def cards(*lines: KpiScore) -> list[Scorecard]:
    """A department for each line."""
    ids = [one.version.kpi.department_id for one in lines]
    return [department_card(number, lines, OCTOBER, TODAY) for number in ids]


@pytest.mark.parametrize(
    ("numerator", "denominator", "of_all", "rate"),
    [
        ("2", "2", "0.8", "0.8333"),
        ("0", "2", "0.8", "0.6667"),
        ("0", "0", "0.8", "0.8"),
        ("95", "100", "0.8", "0.9364"),
    ],
)
def test_ten_cases_of_everybody_are_added(numerator: str, denominator: str, of_all: str, rate: str) -> None:
    """(2 + 10 x 0.8) / (2 + 10) = 10 / 12."""
    found = shrunk_rate(Decimal(numerator), Decimal(denominator), Decimal(of_all))
    assert round(found, 4) == Decimal(rate)


def test_two_of_two_are_no_better_than_many() -> None:
    """All: 92 of 102. The few: (2 + 10 x 92/102) / 12 = 0.91830, that is 114.8 points of 0.8; the many keep 112.5."""
    few, many = shrunk(cards(line(1, "2/2"), line(2, "90/100")))

    assert few.score is not None
    assert round(few.score, 1) == Decimal("114.8")
    assert many.score == Decimal("112.5")
    assert cards(line(1, "2/2"))[0].score == 120


def test_thirty_cases_stand_for_themselves() -> None:
    before = cards(line(1, "30/30"), line(2, "29/29"), line(3, "50/100"))
    after = shrunk(before)
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True]


@pytest.mark.parametrize(
    "lines",
    [
        (line(1, "2/2"),),
        (line(1, "2/2"), line(2, "0.5")),
        (line(1, "2/2"), line(2, "5/10", name=Name.same("Another"))),
        (line(1, "2/2", unit=Unit(UnitKind.RATIO)), line(2, "5/10", unit=Unit(UnitKind.RATIO))),
    ],
)
def test_what_cannot_be_compared_stays(lines: tuple[KpiScore, ...]) -> None:
    assert shrunk(cards(*lines)) == tuple(cards(*lines))


def test_the_same_kpi_of_the_catalogue_may_be_called_otherwise() -> None:
    first = line(1, "2/2", catalogue_id="fcr")
    second = line(2, "5/10", catalogue_id="fcr", name=Name.same("Solved at once"))
    assert shrunk(cards(first, second)) != tuple(cards(first, second))


def test_of_a_person_only_their_own_are_drawn() -> None:
    """Ann has one of her own in department 1, and shares that of department 2."""
    hats = tuple(Position(number, Name.same("Clerk"), Decimal("0.5")) for number in (1, 2))
    ann = Person(7, Name.same("Ann"), Role.MEMBER, Language.EN, "UTC", hats)
    own, shared, other = line(1, "2/2", 7), line(2, "2/2"), line(3, "5/10")
    departments = {number: department_card(number, [shared], OCTOBER, TODAY) for number in (1, 2)}
    card = person_card(ann, [own], departments, OCTOBER, TODAY)

    after, _ = shrunk([card, *cards(other)])

    assert [part.card.score for part in card.parts] == [120, 120]
    assert after.parts[1] == card.parts[1]
    own_score = after.parts[0].card.score
    assert own_score is not None
    # (2 + 10 x 7/12) / 12 = 0.65278, of 0.8.
    assert round(own_score, 2) == Decimal("81.60")
    assert after.score == (own_score + 120) / 2
