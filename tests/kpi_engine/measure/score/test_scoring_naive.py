"""Ten thousand scorecards, and every one of them the same when it is worked out in another way."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from random import Random

from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.measure.score.card import department_card
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.source import Source
from kpi_engine.model.kpi import Aggregation, Direction, Kpi, KpiVersion
from kpi_engine.model.score import KpiScore
from kpi_engine.model.scoring import Scoring
from tests.kpi_engine.measure.build import BOOK, TODAY, actual, period, version
from tests.kpi_engine.measure.scorings import number, random_scoring, random_target
from tests.kpi_engine.naive import mean
from tests.kpi_engine.naive_points import Levels, raw_points, score_of

SCORECARDS = 10_000
OCTOBER = period("2026-10")
NEAR = Fraction(1, 10**16)


def random_kpi(chance: Random, number_of_kpi: int) -> KpiVersion:
    direction = chance.choice(list(Direction))
    target = random_target(chance, direction, positive=chance.random() < 0.7)
    return version(
        kpi=Kpi(number_of_kpi, department_id=1),
        direction=direction,
        target=target,
        scoring=random_scoring(chance, direction, target),
        aggregation=chance.choice([Aggregation.SUM, Aggregation.AVERAGE]),
        weight=Decimal(chance.randint(1, 100)),
    )


def random_value(chance: Random, kpi: KpiVersion) -> Decimal:
    """Often one of the levels themselves, which is where mistakes are."""
    if kpi.definition.direction is Direction.YESNO:
        return Decimal(chance.randint(0, 1))
    curve = curve_for(kpi.definition.direction, kpi.definition.target, kpi.definition.scoring)
    corners = [
        piece.until for piece in curve.pieces if piece.until is not None and piece.until == round(piece.until, 6)
    ]
    return chance.choice(corners) if corners and chance.random() < 0.3 else number(chance)


def levels_of(kpi: KpiVersion) -> Levels:
    target = kpi.definition.target
    others = [None if one is None else Fraction(one) for one in (target.upper, target.threshold, target.stretch)]
    return Fraction(target.value), others[0], others[1], others[2]


def test_every_scorecard_is_recomputed() -> None:
    chance, methods = Random(2026), Counter[str]()
    pool = [random_kpi(chance, n) for n in range(600)]
    for _ in range(SCORECARDS):
        kpis = chance.sample(pool, chance.randint(1, 5))
        lines, expected = [], []
        for kpi in kpis:
            value = random_value(chance, kpi) if chance.random() < 0.9 else None
            score = None if value is None else recomputed(kpi, value)
            lines.append(scored(kpi, value))
            expected.append((Fraction(kpi.definition.weight), score))
            same(lines[-1].score, score)
            methods[type(kpi.definition.scoring.method).__name__] += 1
        same(department_card(1, lines, OCTOBER, TODAY).score, mean(expected))

    assert len(methods) == 18
    assert min(methods.values()) > 100


def test_raw_points_are_recomputed_whatever_floor_and_cap_say() -> None:
    chance = Random(7)
    for n in range(1000):
        kpi = random_kpi(chance, n)
        own = kpi.definition
        bare = Scoring(own.scoring.method, cap=own.scoring.cap)
        value = random_value(chance, version(direction=own.direction, target=own.target, scoring=bare))
        line = scored(version(kpi=kpi.kpi, direction=own.direction, target=own.target, scoring=bare), value)
        same(line.raw, raw_points(own.direction, levels_of(kpi), bare, Fraction(value), Fraction(1), 1))


def scored(kpi: KpiVersion, value: Decimal | None) -> KpiScore:
    actuals = [] if value is None else [actual("2026-10", str(value), kpi_id=kpi.kpi.id)]
    line = score_kpi(Source([kpi], actuals), OCTOBER, BOOK)
    assert line is not None
    return line


def recomputed(kpi: KpiVersion, value: Decimal) -> Fraction:
    own = kpi.definition
    return score_of(own.direction, levels_of(kpi), own.scoring, Fraction(value), Fraction(1), 1)


def same(found: Decimal | None, expected: Fraction | None) -> None:
    if found is None or expected is None:
        assert found is None
        assert expected is None
    else:
        assert abs(Fraction(found) - expected) < NEAR
