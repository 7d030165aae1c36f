"""Whether a KPI keeps pace inside its period: where it should stand, where it will end, what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.measure.curve.direction import reaches
from kpi_engine.measure.exact import divide
from kpi_engine.measure.forecast.outlook import (
    FEWEST,
    continued,
    periods_after,
    reading_of,
    usual_denominator,
)
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.measure.pace.expected import expected_by_season
from kpi_engine.measure.pace.gap import gap_points, status_of_gap
from kpi_engine.measure.pace.inside import Inside, inside
from kpi_engine.measure.pace.required import required
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.values.aggregate import aggregate
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import TWO_SIDED, Aggregation, Direction, Target
from kpi_engine.model.pace import Ahead, Pace, PaceStatus


def pace(source: Source, period: Period, book: Book, seed: int) -> Pace | None:
    """Where the KPI stands in its period against where it should; None where it has no line there.

    What comes is told from the records before the period as well. A value that is late is left out, of the goal too,
    as in the score. The same seed tells the same.
    """
    line = score_kpi(source, period, book)
    if line is None:
        return None
    here = inside(line, source, book)
    if here.goal is None:
        return Pace(line, 0, None, None)
    standing = _standing(here, here.goal)
    if line.version.definition.direction in (Direction.YESNO, Direction.MILESTONE):
        return standing
    return _foretold(standing, here, here.goal, seed)


def _standing(here: Inside, goal: Target) -> Pace:
    definition = here.line.version.definition
    season = expected_by_season(here, goal)
    expected = here.line.target and (season or here.line.target)
    standing = Pace(here.line, len(here.to_come), goal, expected, seasonal=bool(season and expected))
    if here.line.reading is None or expected is None:
        return standing
    value = here.line.reading.value
    gap = gap_points(definition.direction, goal, expected, value)
    return replace(standing, gap=gap, status=_status(here, goal, value, gap))


def _status(here: Inside, goal: Target, value: Decimal, gap: Decimal | None) -> PaceStatus:
    """By the gap, unless it is decided: nothing is to come, or what is in can only become more."""
    definition = here.line.version.definition
    low, high = reaches(definition.direction, goal)
    reached = (low is None or value >= low) and (high is None or value <= high)
    grows = definition.aggregation.adds_up and all(reading.value >= 0 for reading in here.readings)
    if reached and (not here.to_come or (high is None and (grows or gap is None))):
        return PaceStatus.ACHIEVED
    if grows and high is not None and value > high:
        return PaceStatus.AT_RISK
    if gap is None:
        return PaceStatus.ON_TRACK if here.to_come and (reached or low is not None) else PaceStatus.AT_RISK
    return status_of_gap(gap)


def _foretold(standing: Pace, here: Inside, goal: Target, seed: int) -> Pace:
    definition = here.line.version.definition
    rows = _rows(here, seed)
    needed = None if standing.status is PaceStatus.ACHIEVED else _required(here, goal)
    if rows is None:
        return replace(standing, projection=_straight_on(here), required=needed)
    ends = (aggregate(definition.aggregation, [*here.readings, *row]) for row in rows)
    spread = Spread.of(end.value for end in ends if end)
    columns = [Spread.of(reading.value for reading in column) for column in zip(*rows, strict=True)]
    return replace(
        standing,
        projection=spread.band.middle,
        band=spread.band,
        chance=spread.chance(definition.direction, goal),
        required=needed,
        ahead=tuple(Ahead(period, each.band) for period, each in zip(here.to_come, columns, strict=True)),
    )


def _rows(here: Inside, seed: int) -> Sequence[Sequence[Reading]] | None:
    """What may still come, in many ways; one empty way where nothing is, None where the history is too short."""
    if not here.to_come:
        return [()]
    if here.history is None or len(here.history.known) < FEWEST:
        return None
    coming = periods_after(here.history, here.line.period)
    chosen = [coming.index(period) for period in here.to_come]
    parts = [here.parts[period] for period in here.to_come]
    rows = ([row[n] for n in chosen] for row in continued(here.history, len(coming), seed).rows)
    if here.line.version.definition.aggregation is not Aggregation.SUM:
        return [*rows]
    return [[Reading(each.value * part) for each, part in zip(row, parts, strict=True)] for row in rows]


def _straight_on(here: Inside) -> Decimal | None:
    """As if what is to come were like what is in."""
    reading = here.line.reading
    if reading is None or not here.entered:
        return None
    if not here.line.version.definition.aggregation.adds_up:
        return reading.value
    return divide(reading.value * here.part([*here.entered, *here.to_come]), here.part(here.entered))


def _required(here: Inside, goal: Target) -> Decimal | None:
    """None where both sides count, where nothing is to come, and below 0 where no value ever was: it cannot be had."""
    definition = here.line.version.definition
    if definition.direction in TWO_SIDED:
        return None
    known = here.history.known if here.history else ()
    usual = usual_denominator(known)
    value = required(
        definition.aggregation,
        here.readings,
        len(here.to_come),
        goal.value,
        lambda each: reading_of(each, usual),
    )
    never_below = all(reading.value >= 0 for reading in known)
    return None if value is None or (value < 0 and never_below) else value
