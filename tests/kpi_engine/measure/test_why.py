"""A score can be redone by hand, and it is known what would raise it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.card import company_card, department_card, person_card
from kpi_engine.measure.curve import points, through
from kpi_engine.measure.reach import value_for
from kpi_engine.measure.score import score_kpi
from kpi_engine.measure.scoring import curve_for
from kpi_engine.measure.why import Corner, Counted, Segment, Stretch, contributions, five_more, segment
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.kpi import Direction, Kpi, Target, Unit, UnitKind
from kpi_engine.model.name import Language, Name
from kpi_engine.model.score import Curve, Hyperbola, KpiScore, Line, Scorecard, Stairs
from kpi_engine.model.scoring import Edge, PerStep, Reciprocal, Rounding, Scoring, Step
from tests.kpi_engine.measure.build import CALLS, TODAY, WEEKDAYS, actual, period, target, version

OCTOBER = period("2026-10")
HAIR = Decimal("1e-20")


def line(
    kpi_id: int,
    weight: str,
    value: str | None,
    level: Target,
    direction: Direction = Direction.HIGHER,
    department: int = 1,
    unit: Unit = CALLS.unit,
) -> KpiScore:
    own = version(kpi=Kpi(kpi_id, department), weight=Decimal(weight), target=level, direction=direction, unit=unit)
    actuals = [] if value is None else [actual("2026-10", value, kpi_id=kpi_id)]
    found = score_kpi([own], [], actuals, OCTOBER, TODAY, WEEKDAYS)
    assert found is not None
    return found


def sales(*lines: KpiScore) -> Scorecard:
    return department_card(1, lines, OCTOBER, TODAY)


def point(value: str, score: str) -> tuple[Decimal, Decimal]:
    return Decimal(value), Decimal(score)


CURVE = curve_for(Direction.HIGHER, target("50", threshold="40", stretch="60"))
STEP = Curve(through((point("0", "0"), point("80", "60")), left=Edge.CLAMP, right=Edge.CLAMP, step=True))
EACH_ONE = PerStep(worse=Step(Decimal(2), Decimal(1), rounding=Rounding.DOWN))
STEPS_DOWN = curve_for(Direction.HIGHER, target("100"), Scoring(EACH_ONE))
DOWN = Stairs(point("100", "100"), Decimal(1), Decimal(-2), begun=False)
RECIPROCAL = curve_for(Direction.LOWER, target("60"), Scoring(Reciprocal()))


@pytest.mark.parametrize(
    ("curve", "value", "expected"),
    [
        (CURVE, "45", Line(point("40", "60"), point("50", "100"))),
        (CURVE, "50", Corner(point("50", "100"))),
        (CURVE, "52", Line(point("50", "100"), point("60", "120"))),
        (CURVE, "39", Stretch(None, Decimal(40), Decimal(0))),
        (CURVE, "61", Line(point("50", "100"), point("60", "120"))),
        (STEP, "79", Stretch(Decimal(0), Decimal(80), Decimal(0))),
        (STEP, "99", Stretch(Decimal(80), None, Decimal(60))),
        (STEPS_DOWN, "97.5", Counted(DOWN, Decimal(2))),
        (STEPS_DOWN, "100", Corner(point("100", "100"))),
        (RECIPROCAL, "70", Hyperbola(Decimal(60))),
        (RECIPROCAL, "60", Corner(point("60", "100"))),
    ],
)
def test_the_part_of_the_curve_that_applied(curve: Curve, value: str, expected: Segment) -> None:
    assert segment(curve, Decimal(value)) == expected


def test_contributions_are_parts_of_the_total() -> None:
    card = sales(
        line(1, "40", "90", target("100")), line(2, "40", "60", target("100")), line(3, "20", None, target("100"))
    )

    assert [(one.line.version.kpi.id, one.fraction, one.points) for one in contributions(card)] == [
        (1, Decimal("0.5"), Decimal(45)),
        (2, Decimal("0.5"), Decimal(30)),
    ]


def test_a_company_is_made_of_the_lines_of_its_departments() -> None:
    stock = department_card(2, [line(3, "10", "40", target("100"), department=2)], OCTOBER, TODAY)
    empty = department_card(3, [], OCTOBER, TODAY)
    company = company_card(1, [sales(line(1, "40", "90", target("100"))), stock, empty], OCTOBER, TODAY)

    assert [(one.fraction, one.points) for one in contributions(company)] == [
        (Decimal("0.5"), Decimal(45)),
        (Decimal("0.5"), Decimal(20)),
    ]


def test_a_person_is_made_of_the_lines_behind_the_hats() -> None:
    hats = (Position(1, Name.same("a"), Decimal("0.75")), Position(2, Name.same("b"), Decimal("0.25")))
    ann = Person(7, Name.same("Ann"), Role.MEMBER, Language.EN, "UTC", hats)
    stock = department_card(2, [line(3, "10", "40", target("100"), department=2)], OCTOBER, TODAY)
    card = person_card(ann, [], {1: sales(line(1, "40", "80", target("100"))), 2: stock}, OCTOBER, TODAY)

    assert [one.points for one in contributions(card)] == [60, 10]


def test_an_empty_card_is_made_of_nothing() -> None:
    assert contributions(sales()) == ()
    assert contributions(sales(line(1, "0", "50", target("100")))) == ()


def test_five_more_points_cheapest_first() -> None:
    card = sales(
        line(1, "50", "80", target("100")),
        line(2, "30", "15", target("10"), Direction.LOWER),
        line(3, "10", "100", target("100")),
        line(4, "10", "130", target("100")),
    )

    found = [(one.line.version.kpi.id, one.needed, one.gain) for one in five_more(card)]

    assert found == [
        (1, Decimal(90), Decimal(5)),
        (2, Decimal(13), Decimal(6)),
        (3, None, Decimal(2)),
    ]


@pytest.mark.parametrize(("unit", "needed"), [(UnitKind.COUNT, "8"), (UnitKind.MONEY, "7.5")])
def test_what_is_counted_is_raised_by_whole_numbers(unit: UnitKind, needed: str) -> None:
    card = sales(line(1, "100", "7", target("10"), unit=Unit(unit)))

    assert [one.needed for one in five_more(card)] == [Decimal(needed)]


def test_a_threshold_gives_more_than_asked() -> None:
    card = sales(line(1, "50", "70", target("100", threshold="80")), line(2, "50", "100", target("100")))

    found = five_more(card)[0]

    assert (found.needed, found.gain) == (Decimal(80), Decimal(30))


def test_what_is_met_or_not_can_only_be_met() -> None:
    card = sales(line(1, "50", "1", target("0"), Direction.LOWER), line(2, "50", "0", target("0"), Direction.LOWER))

    assert [(one.needed, one.gain) for one in five_more(card)] == [(Decimal(0), Decimal(50))]


def test_a_range_is_reached_from_its_near_side() -> None:
    band = target("98", upper="102")

    assert five_more(sales(line(1, "100", "105", band, Direction.RANGE)))[0].needed == 104
    assert five_more(sales(line(1, "100", "95", band, Direction.RANGE)))[0].needed == 96


def test_a_kpi_without_weight_cannot_help() -> None:
    card = sales(line(1, "0", "50", target("100")), line(2, "50", "80", target("100")))

    assert [one.line.version.kpi.id for one in five_more(card)] == [2]


def test_a_range_cannot_be_more_than_met() -> None:
    found = five_more(sales(line(1, "50", "102.08", target("98", upper="102"), Direction.RANGE)))[0]

    assert (found.needed, found.gain) == (None, Decimal(2))


@given(
    st.sampled_from([Direction.HIGHER, Direction.LOWER]),
    st.decimals(1, 1000, places=2),
    st.decimals(0, 2000, places=2),
    st.decimals(0, 120, places=1),
)
def test_the_value_for_a_score_has_that_score(
    direction: Direction, level: Decimal, value: Decimal, score: Decimal
) -> None:
    curve = curve_for(direction, Target(level))
    needed = value_for(curve, score, value)

    assert needed is not None
    assert points(curve, needed)[1] >= score - HAIR


def test_no_value_scores_above_the_cap() -> None:
    assert value_for(CURVE, Decimal("120.1"), Decimal(50)) is None
    assert value_for(STEP, Decimal(61), Decimal(50)) is None


def test_a_value_that_is_good_enough_may_stay() -> None:
    assert value_for(CURVE, Decimal(90), Decimal(55)) == 55


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 150) | st.none()), max_size=8))
def test_contributions_sum_to_the_total(kpis: list[tuple[int, int | None]]) -> None:
    lines = [
        line(number, str(weight), None if value is None else str(value), target("97"))
        for number, (weight, value) in enumerate(kpis)
    ]
    company = company_card(1, [sales(*lines), sales(*lines[1:])], OCTOBER, TODAY)

    for card in (sales(*lines), company):
        assert abs(sum((one.points for one in contributions(card)), -(card.score or Decimal(0)))) < HAIR
        assert abs(sum((one.fraction for one in contributions(card)), -Decimal(card.score is not None))) < HAIR


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(0, 150)), min_size=1, max_size=6))
def test_doing_what_is_said_gives_what_is_promised(kpis: list[tuple[int, int]]) -> None:
    lines = [line(number, str(weight), str(value), target("97")) for number, (weight, value) in enumerate(kpis)]
    before = sales(*lines)

    for raised in five_more(before):
        if raised.needed is None:
            continue
        done = [
            line(
                number, str(weight), str(raised.needed if number == raised.line.version.kpi.id else value), target("97")
            )
            for number, (weight, value) in enumerate(kpis)
        ]
        assert before.score is not None
        assert abs((sales(*done).score or 0) - before.score - raised.gain) < HAIR
        assert raised.gain >= 5 - HAIR
