"""How a KPI went and where it is going, as a chart: each period beside the target that was agreed for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from conversations.cards.marks import mark
from conversations.texts import Texts
from conversations.view import Band, Chart, Line, Parts, Range, Series
from kpi_engine.calendar.period import Period
from kpi_engine.measure.exact import rounded
from kpi_engine.model.kpi import Target, Unit
from kpi_engine.model.pace import Pace
from kpi_engine.model.score import KpiScore, Status
from kpi_engine.model.scoring import AT_TARGET


@dataclass(frozen=True, slots=True)
class Moment:
    """One period of a KPI: how it ended, or while values are still to come how it may."""

    period: Period
    line: KpiScore | None
    pace: Pace | None = None

    @property
    def open(self) -> Pace | None:
        """What may become of it; None of what is over, or cannot be foretold."""
        return self.pace if self.pace and self.pace.to_come and self.pace.projection is not None else None

    @property
    def value(self) -> Decimal | None:
        """Where it ended, or stands if nothing can be foretold."""
        return None if self.open or not (self.line and self.line.reading) else self.line.reading.value

    @property
    def target(self) -> Target | None:
        """What it is held against: the part of the period that has values, or while it runs may still have one."""
        if self.line is None:
            return None
        if self.open and self.open.goal:
            return self.open.goal
        return self.line.target if self.is_over else self.line.full_target

    @property
    def is_part(self) -> bool:
        """Whether what is summed up begins within the period: the KPI was put in force when it ran already."""
        if self.line is None or not self.line.version.definition.aggregation.adds_up:
            return False
        version = self.line.version
        begun = version.number == 1 and version.published in self.period
        return begun and self.target != self.line.full_target

    @property
    def is_running(self) -> bool:
        """Whether it has a value while others are still to come, and nothing can be foretold."""
        return bool(self.value is not None and self.pace and self.pace.to_come)

    @property
    def is_over(self) -> bool:
        """Whether it has a score that will stay."""
        return bool(self.line and self.line.score is not None and not (self.pace and self.pace.to_come))


def on_target(moments: Sequence[Moment]) -> tuple[int, int]:
    """In how many periods that are over the target was met, and of how many."""
    scores = [moment.line.score for moment in moments if moment.is_over and moment.line]
    return sum(score is not None and rounded(score) >= AT_TARGET for score in scores), len(scores)


def without_target(moments: Sequence[Moment]) -> int:
    """How many periods are known from before the KPI was in force."""
    return sum(bool(moment.line and moment.line.reading and not moment.line.of) for moment in moments)


def course_chart(texts: Texts, moments: Sequence[Moment]) -> Chart:
    """What happened, target and threshold, and what is to come. Values in another unit than the last are left out."""
    last = next(moment.line for moment in reversed(moments) if moment.line)
    unit = last.version.definition.unit
    kept = [moment if _unit(moment) == unit else Moment(moment.period, None) for moment in moments]
    targets = [moment.target for moment in kept]
    lines = [
        (Line.ACTUAL, "actual", [moment.value for moment in kept]),
        (Line.TARGET, "target", _levels(targets, lambda target: target.value)),
        (Line.TARGET, "upper", _levels(targets, lambda target: target.upper)),
        (Line.THRESHOLD, "threshold", _levels(targets, lambda target: target.threshold)),
        (Line.FORECAST, "forecast", [moment.open.projection if moment.open else None for moment in kept]),
    ]
    return Chart(
        texts.name(last.version.definition.name),
        tuple(_label(texts, moment) for moment in kept),
        tuple(
            _series(texts, line, name, values, unit)
            for line, name, values in lines
            if line is Line.ACTUAL or any(value is not None for value in values)
        ),
        _band(texts, kept, unit),
        mark(_standing(kept)),
        _parts(texts, kept),
    )


def _parts(texts: Texts, moments: Sequence[Moment]) -> Parts | None:
    found = tuple(n for n, moment in enumerate(moments) if moment.is_part or moment.is_running)
    return Parts(texts.label("columns.part"), found) if found else None


def _label(texts: Texts, moment: Moment) -> str:
    if moment.is_part or moment.is_running:
        return texts.plain("chart.part" if moment.is_part else "chart.so_far", period=moment.period)
    return texts.format.period(moment.period)


def _standing(moments: Sequence[Moment]) -> Status:
    """How what was scored last stands."""
    scored = (moment.line.status for moment in reversed(moments) if moment.line and moment.line.score is not None)
    return next(scored, Status.NONE)


def _unit(moment: Moment) -> Unit | None:
    return moment.line.version.definition.unit if moment.line else None


def _levels(targets: Sequence[Target | None], level: Callable[[Target], Decimal | None]) -> list[Decimal | None]:
    return [level(target) if target else None for target in targets]


def _series(texts: Texts, line: Line, name: str, values: Sequence[Decimal | None], unit: Unit) -> Series:
    shown, brief = (
        tuple("" if value is None else write(value, unit) for value in values)
        for write in (texts.format.short, texts.format.brief)
    )
    return Series(texts.label(f"columns.{name}"), tuple(values), shown, line, brief)


def _band(texts: Texts, moments: Sequence[Moment], unit: Unit) -> Band | None:
    bands = [moment.open.band if moment.open else None for moment in moments]
    if not any(bands):
        return None
    ranges = (
        Range(band.low, band.high, texts.format.target(Target(band.low, band.high), unit)) if band else None
        for band in bands
    )
    return Band(texts.label("columns.band"), tuple(ranges))
