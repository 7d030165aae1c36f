"""A score can be redone by hand, and it is known what would raise it."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.curve.points import height, points
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.measure.score.card import company_card, department_card, person_card
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.source import Source
from kpi_engine.measure.why.contributions import contributions
from kpi_engine.measure.why.lacking import lacking
from kpi_engine.measure.why.raises import five_more
from kpi_engine.measure.why.reach import Reach, value_for
from kpi_engine.measure.why.segment import Constant, Corner, Counted, Segment, segment
from kpi_engine.model.company import Person, Position, Role
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Piece, Stairs
from kpi_engine.model.kpi import Direction, Kpi, Target, Unit, UnitKind
from kpi_engine.model.name import Language, Name
from kpi_engine.model.score import KpiScore, Scorecard
from kpi_engine.model.scoring import PLAIN, Limit, PerStep, Reciprocal, Rounding, Scoring, Side, Step
from tests.kpi_engine.measure.build import BOOK, CALLS, TODAY, actual, period, target, version
from tests.kpi_engine.measure.scorings import random_scoring, random_target

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
    scoring: Scoring = PLAIN,
) -> KpiScore:
    own = version(
        kpi=Kpi(kpi_id, department),
        weight=Decimal(weight),
        target=level,
        direction=direction,
        unit=unit,
        scoring=scoring,
    )
    actuals = [] if value is None else [actual("2026-10", value, kpi_id=kpi_id)]
    found = score_kpi(Source([own], actuals), OCTOBER, BOOK)
    assert found is not None
    return found


def sales(*lines: KpiScore) -> Scorecard:
    return department_card(1, lines, OCTOBER, TODAY)


def point(value: str, score: str) -> tuple[Decimal, Decimal]:
    return Decimal(value), Decimal(score)


CURVE = curve_for(Direction.HIGHER, target("50", threshold="40", stretch="60"))
STEP = Curve((Piece(Flat(Decimal(0)), Decimal(80)), Piece(Flat(Decimal(60)))))
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
        (CURVE, "39", Constant(None, Decimal(40), Decimal(0))),
        (CURVE, "61", Line(point("50", "100"), point("60", "120"))),
        (STEP, "79", Constant(None, Decimal(80), Decimal(0))),
        (STEP, "99", Constant(Decimal(80), None, Decimal(60))),
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
    ]


def test_what_met_targets_would_add_the_most_first() -> None:
    """Each alone; a target that is met, or missed by nothing that would show, adds nothing."""
    card = sales(
        line(1, "50", "90", target("100")),
        line(2, "30", "15", target("10"), Direction.LOWER),
        line(3, "10", "130", target("100")),
        line(4, "10", "99.9", target("100")),
    )

    assert [(one.line.version.kpi.id, one.points) for one in lacking(card)] == [(2, Decimal(15)), (1, Decimal(5))]


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


PERCENT = Unit(UnitKind.PERCENT)


def test_a_share_is_never_more_than_the_whole() -> None:
    """To give five points of ten, 96 % of 95 % would have to become 143 %."""
    assert not five_more(
        sales(line(1, "10", "0.96", target("0.95"), unit=PERCENT), line(2, "90", "120", target("100")))
    )


def test_a_share_can_be_all_of_it() -> None:
    found = five_more(sales(line(1, "100", "0.95", target("1"), unit=PERCENT)))

    assert [(one.needed, one.gain) for one in found] == [(Decimal(1), Decimal(5))]


@pytest.mark.parametrize(("value", "level"), [("1.04", "1"), ("0.9", "1.2")])
def test_a_percentage_that_has_been_or_should_be_over_100_is_no_share(value: str, level: str) -> None:
    found = five_more(sales(line(1, "100", value, target(level), unit=PERCENT)))

    assert found


def test_nothing_is_less_than_none() -> None:
    """One complaint of 10 is 190 points, held at 120: no part of the way is left to go below 0."""
    half = line(1, "50", "1", target("1"), Direction.LOWER)
    found = five_more(sales(half, line(2, "50", "120", target("100"))))

    assert [(one.needed, one.gain) for one in found] == [(Decimal(0), Decimal(10))]
    strict = line(1, "2", "0.9", target("1", stretch="-3"), Direction.LOWER, unit=Unit(UnitKind.MONEY))
    assert not five_more(sales(strict, line(2, "98", "120", target("100"))))


def test_what_cannot_be_reached_is_not_offered() -> None:
    mostly = line(
        1, "50", "0.5", target("0.9"), unit=PERCENT, scoring=Scoring(PerStep(worse=Step(Decimal(1), Decimal("0.1"))))
    )

    assert not five_more(sales(mostly, line(2, "50", "120", target("100"))))


@pytest.mark.parametrize(
    ("scoring", "level", "value", "needed", "gain"),
    [
        (Scoring(PerStep(worse=Step(Decimal(2), Decimal(1), rounding=Rounding.DOWN))), "100", "95", "97.01", "6"),
        (Scoring(PerStep(worse=Step(Decimal(2), Decimal(1), rounding=Rounding.UP))), "100", "94.5", "97", "6"),
        (Scoring(hurdle=Decimal(60)), "100", "50", "60", "60"),
        (Scoring(limits=(Limit(Side.BELOW, Decimal(80), including=True),)), "100", "70", "80.01", "80.01"),
        (Scoring(limits=(Limit(Side.BELOW, Decimal(80)),)), "100", "70", "80", "80"),
    ],
)
def test_the_next_place_that_gives_enough(scoring: Scoring, level: str, value: str, needed: str, gain: str) -> None:
    found = five_more(sales(line(1, "100", value, target(level), unit=Unit(UnitKind.MONEY), scoring=scoring)))

    assert [(one.needed, one.gain) for one in found] == [(Decimal(needed), Decimal(gain))]


def test_a_reciprocal_is_raised_by_a_lower_value() -> None:
    found = five_more(
        sales(
            line(
                1, "100", "75", target("60"), Direction.LOWER, unit=Unit(UnitKind.MONEY), scoring=Scoring(Reciprocal())
            )
        )
    )

    # 100 x 60 / 75 = 80, and 85 are had at 6000 / 85.
    assert abs(found[0].needed - Decimal(6000) / 85) < HAIR
    assert abs(found[0].gain - 5) < HAIR


@given(st.integers(0, 10**9), st.sampled_from(Direction), st.decimals(-90, 90, places=1), st.integers(0, 120))
def test_of_any_scoring_the_value_for_a_score_has_it(
    seed: int, direction: Direction, value: Decimal, score: int
) -> None:
    chance = Random(seed)
    level = random_target(chance, direction)
    curve = curve_for(direction, level, random_scoring(chance, direction, level))
    reach = Reach(Decimal(0), Decimal(60))
    needed = value_for(curve, Decimal(score), value, reach)
    tried = [points(curve, Decimal(tenths) / 10)[1] for tenths in range(601)]

    if needed is None:
        assert max(tried) < score
    else:
        assert 0 <= needed <= 60
        assert points(curve, needed)[1] >= score - HAIR


@given(st.integers(0, 10**9), st.sampled_from(Direction), st.decimals(-90, 90, places=1))
def test_of_any_curve_the_part_that_applied_gives_the_points(seed: int, direction: Direction, value: Decimal) -> None:
    chance = Random(seed)
    level = random_target(chance, direction)
    curve = curve_for(direction, level, random_scoring(chance, direction, level))
    raw = points(curve, value)[0]

    match segment(curve, value):
        case Corner(point=(at, score)):
            assert (at, score) == (value, raw)
        case Constant(low=low, high=high, points=score):
            assert score == raw
            assert low is None or low < value
            assert high is None or value < high
        case Line() | Hyperbola() as shape:
            assert height(shape, value) == raw
        case Counted(stairs=stairs, steps=steps):
            assert stairs.start[1] + steps * stairs.points == raw


def test_a_kpi_without_weight_cannot_help() -> None:
    card = sales(line(1, "0", "50", target("100")), line(2, "50", "80", target("100")))

    assert [one.line.version.kpi.id for one in five_more(card)] == [2]


def test_a_range_cannot_be_more_than_met() -> None:
    assert not five_more(sales(line(1, "50", "102.08", target("98", upper="102"), Direction.RANGE)))


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
        done = [
            line(
                number, str(weight), str(raised.needed if number == raised.line.version.kpi.id else value), target("97")
            )
            for number, (weight, value) in enumerate(kpis)
        ]
        assert before.score is not None
        assert abs((sales(*done).score or 0) - before.score - raised.gain) < HAIR
        assert raised.gain >= 5 - HAIR
