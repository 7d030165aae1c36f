"""Whether a KPI keeps pace, and where it is heading, in words."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.texts import Texts
from kpi_engine.model.kpi import Target, Unit, UnitKind
from kpi_engine.model.pace import Pace, PaceStatus


def forecast_words(texts: Texts, pace: Pace | None) -> str:
    """Where it will end with the chance of reaching the target, for a table; empty where nothing is to come."""
    if pace is None or not pace.to_come or pace.projection is None:
        return ""
    unit = pace.line.version.definition.unit
    return texts.plain("outlook.short", projection=pace.projection, unit=unit, chance=pace.chance)


def outlook_facts(texts: Texts, pace: Pace) -> Iterator[tuple[str, str]]:
    """Where it should stand today, where it will end and how likely that is enough, and what that takes."""
    unit = pace.line.version.definition.unit
    if pace.status is PaceStatus.ACHIEVED:
        yield texts.label("columns.expected"), texts.plain("outlook.achieved", pace=pace, unit=unit)
    elif pace.expected and pace.gap is not None and pace.line.version.definition.aggregation.adds_up:
        yield texts.label("columns.expected"), texts.plain("outlook.expected", pace=pace, unit=unit)
    if not pace.to_come or pace.projection is None:
        return
    band = texts.format.target(Target(pace.band.low, pace.band.high), unit) if pace.band else ""
    yield texts.label("columns.forecast"), texts.plain("outlook.forecast", pace=pace, unit=unit, band=band)
    if pace.required is not None and _can_be(pace, unit):
        yield texts.label("columns.required"), texts.plain("outlook.required", pace=pace, unit=unit)


def _can_be(pace: Pace, unit: Unit) -> bool:
    """Whether there are such values at all: no share is over 100 %, nothing counted below nothing."""
    needed = pace.required
    return needed is not None and needed >= 0 and not (unit.kind is UnitKind.PERCENT and needed > 1)
