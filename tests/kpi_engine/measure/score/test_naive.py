"""Whatever the records are, the score is the same when it is recomputed in another way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.presence import ALWAYS, Leave, Presence
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.score.card import company_card, department_card, person_card
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import Actual, ActualState, Reading
from kpi_engine.model.company import Department, Person, Position, Role
from kpi_engine.model.kpi import Aggregation, Direction, Kpi, KpiVersion, PeriodTarget
from kpi_engine.model.name import Language, Name
from kpi_engine.model.score import KpiScore
from tests.kpi_engine.measure.build import CALLS, TODAY, WEEKDAYS
from tests.kpi_engine.measure.scorings import random_scoring, random_target
from tests.kpi_engine.naive import Records, company_score, department_score, person_score

T = TypeVar("T")

DEPARTMENTS = [Department(number, Name.same(f"department {number}")) for number in (1, 2)]
ANN = Person(
    7,
    Name.same("Ann"),
    Role.MEMBER,
    Language.EN,
    "UTC",
    (Position(1, Name.same("a"), Decimal("0.7")), Position(2, Name.same("b"), Decimal("0.3"))),
)
DAYS = st.dates(date(2026, 7, 1), date(2026, 12, 20))
SHARES = [Decimal(0), Decimal("0.3"), Decimal("0.5"), Decimal(1)]
"""Of the team in a score."""
KINDS = st.sampled_from([PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER])
CALENDARS = [WEEKDAYS, Calendar(country="CN"), Calendar(frozenset(range(6)), "DE")]
STATES = st.sampled_from([ActualState.OK] * 6 + [ActualState.AWAY, ActualState.NOT_APPLICABLE, ActualState.WITHDRAWN])


@st.composite
def histories(draw: st.DrawFn, kpi: Kpi) -> list[KpiVersion]:
    """One to three versions, of which the last may retire the KPI."""
    direction, aggregation = draw(st.sampled_from(Direction)), draw(st.sampled_from(Aggregation))
    chance = draw(st.randoms(use_true_random=False))
    starts = sorted(draw(st.sets(DAYS, min_size=1, max_size=3)))
    versions = []
    for number, start in enumerate(starts, 1):
        if draw(st.integers(0, 5)) == 0:
            aggregation = draw(st.sampled_from(Aggregation))
        frequency, cycle = sorted((draw(KINDS), draw(KINDS)), key=lambda kind: kind.rank)
        target = random_target(chance, direction)
        definition = replace(
            CALLS,
            direction=direction,
            aggregation=aggregation,
            frequency=frequency,
            cycle=max(cycle, PeriodKind.WEEK, key=lambda kind: kind.rank),
            weight=Decimal(draw(st.integers(0, 100))),
            target=target,
            scoring=random_scoring(chance, direction, target),
        )
        retired = number == len(starts) > 1 and draw(st.booleans())
        versions.append(KpiVersion(kpi.id * 10 + number, kpi, number, start, definition, "", 1, retired))
    return versions


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    numerator, denominator = Decimal(draw(st.integers(-5, 80))), Decimal(draw(st.integers(1, 9)))
    if draw(st.booleans()):
        return Reading(numerator / denominator, numerator, denominator)
    return Reading(numerator)


@st.composite
def values(draw: st.DrawFn, versions: list[KpiVersion]) -> list[Actual]:
    """Values for many of the entry periods, by the frequency of any version."""
    found: dict[Period, Actual] = {}
    for version in versions:
        period = Period.holding(draw(DAYS), version.definition.frequency)
        for _ in range(draw(st.integers(0, 20))):
            state = draw(STATES)
            reading = draw(readings()) if state is ActualState.OK else None
            at = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(minutes=len(found))
            found[period] = Actual(1, version.kpi.id, period, state, reading, 1, at)
            period = period.next() if draw(st.booleans()) else period.next().next()
    return list(found.values())


@st.composite
def period_targets(draw: st.DrawFn, versions: list[KpiVersion]) -> list[PeriodTarget]:
    cycles = {
        Period.holding(draw(DAYS), draw(st.sampled_from(versions)).definition.cycle)
        for _ in range(draw(st.integers(0, 4)))
    }
    direction, chance = versions[0].definition.direction, draw(st.randoms(use_true_random=False))
    return [
        PeriodTarget(versions[0].kpi.id, each, random_target(chance, direction)) for each in sorted(cycles, key=str)
    ]


@st.composite
def presences(draw: st.DrawFn) -> Presence:
    joined, left = draw(st.none() | DAYS), draw(st.none() | DAYS)
    leave = tuple(Leave(*sorted(draw(st.tuples(DAYS, DAYS)))) for _ in range(draw(st.integers(0, 2))))
    return Presence(joined, left, leave)


@settings(max_examples=60)
@given(st.data())
def test_every_score_is_recomputed(data: st.DataObject) -> None:
    kpis = [Kpi(1, 1), Kpi(2, 1), Kpi(3, 1, person_id=7), Kpi(4, 2)]
    versions = {kpi.id: data.draw(histories(kpi), label=f"versions of {kpi.id}") for kpi in kpis}
    actuals = {number: data.draw(values(own), label=f"actuals of {number}") for number, own in versions.items()}
    agreed = {number: data.draw(period_targets(own), label=f"targets of {number}") for number, own in versions.items()}
    kind = data.draw(st.sampled_from([*PeriodKind]))
    period = Period.holding(data.draw(DAYS), kind)

    calendar, presence = data.draw(st.sampled_from(CALENDARS)), data.draw(presences())
    period = calendar.holding(period.start, kind)

    lines = [
        line
        for kpi in kpis
        if (
            line := score_kpi(
                Source(versions[kpi.id], actuals[kpi.id], agreed[kpi.id], presence if kpi.person_id else ALWAYS),
                period,
                Book(TODAY, calendar),
            )
        )
    ]
    records = Records(
        flat(versions), flat(agreed), flat(actuals), calendar.is_working, TODAY, lambda _, day: presence.holds(day)
    )

    shares = data.draw(st.dictionaries(st.sampled_from([1, 2]), st.sampled_from(SHARES)), label="team shares")
    same_scores(lines, records, period, shares)


def same_scores(lines: list[KpiScore], records: Records, period: Period, shares: dict[int, Decimal]) -> None:
    cards = {one.id: department_card(one.id, lines, period, TODAY) for one in DEPARTMENTS}
    for number, card in cards.items():
        same(card.score, department_score(records, number, period))
    card = person_card(ANN, lines, cards, period, TODAY, shares)
    same(card.score, person_score(records, ANN, period, shares))
    same(company_card(1, cards.values(), period, TODAY).score, company_score(records, DEPARTMENTS, period))


def same(found: Decimal | None, expected: Fraction | None) -> None:
    if found is None or expected is None:
        assert found is None
        assert expected is None
    else:
        assert abs(Fraction(found) - expected) < Fraction(1, 10**18)


def flat(by_kpi: dict[int, list[T]]) -> list[T]:
    return [one for many in by_kpi.values() for one in many]
