"""The score of a scorecard on a sheet: the same as if its rows were KPIs on record, with no record there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.intake.sheet.card import Card
from kpi_engine.intake.sheet.card_row import CardRow
from kpi_engine.intake.sheet.unit import shown
from kpi_engine.measure.score.card import department_card
from kpi_engine.measure.score.kpi import score_kpi
from kpi_engine.measure.total.total import total
from kpi_engine.measure.values.source import Book, Source
from kpi_engine.model.actual import Actual, Channel
from kpi_engine.model.kpi import Aggregation, Definition, Kpi, KpiVersion, Perspective
from kpi_engine.model.name import Name
from kpi_engine.model.score import KpiScore, Scorecard
from kpi_engine.model.total import Gating, Total, TotalRules


def score_card(card: Card) -> Scorecard:
    """The lines in the order of the sheet, and their total. It is nobody's, and the period is none to speak of."""
    return department_card(_NOBODY, _lines(card), _PERIOD, _PERIOD.end)


def total_of(card: Card, scored: Scorecard) -> Total:
    """What the scored card comes to with its gates and the points given by hand; grades are the usual ones."""
    return total(scored, TotalRules(gating=Gating(card.gates)), card.adjustments)


_NOBODY = 0
_PERIOD = Period(date(2001, 1, 1), PeriodKind.YEAR)
"""Any that is over: what has no actual then is missing."""


def _lines(card: Card) -> Iterator[KpiScore]:
    book = Book(_PERIOD.end, Calendar())
    for number, row in enumerate(card.rows, 1):
        line = score_kpi(Source((_version(number, row),), _actuals(number, row)), _PERIOD, book)
        assert line is not None
        yield line


def _version(number: int, row: CardRow) -> KpiVersion:
    definition = Definition(
        name=Name.same(row.name),
        unit=shown(row.unit),
        direction=row.direction,
        aggregation=Aggregation.LAST,
        frequency=_PERIOD.kind,
        cycle=_PERIOD.kind,
        perspective=Perspective.PROCESS,
        weight=row.weight,
        target=row.target,
        owner_id=_NOBODY,
        scoring=row.scoring,
    )
    return KpiVersion(number, Kpi(number, _NOBODY), 1, _PERIOD.start, definition, "", _NOBODY)


def _actuals(number: int, row: CardRow) -> tuple[Actual, ...]:
    if row.state is None:
        return ()
    at = datetime(_PERIOD.end.year, 1, 1, tzinfo=UTC)
    return (Actual(number, number, _PERIOD, row.state, row.reading, _NOBODY, at, Channel.FILE),)
