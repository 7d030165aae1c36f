"""What goes out as a file: a scorecard with its formulas or in print, values as a table, everything as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conversations.cards.curve_formula import curve_formula
from conversations.cards.names import Names
from conversations.texts import Texts
from conversations.view import Document, Figure, Formula, Printed, Sheet, SheetCell, Written
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.intake.number import plain, plain_read, read_number
from kpi_engine.model.actual import Actual, ActualState
from kpi_engine.model.archive import Archive
from kpi_engine.model.kpi import KpiVersion, UnitKind
from kpi_engine.model.score import KpiScore, Scorecard

_LONGEST_NAME = 80


def scorecard_document(texts: Texts, card: Scorecard, names: Names) -> Document | None:
    """A sheet for each set of KPIs: whoever changes an actual or a weight there sees what comes of it.

    None where there is nothing to put into it.
    """
    cards = [one for one in (card, *(part.card for part in card.parts)) if one.lines]
    sheets = tuple(_card_sheet(texts, one, names) for one in cards)
    return Document(_file(names.subject(card.subject), write_period(card.period), "xlsx"), sheets) if sheets else None


def values_document(
    texts: Texts, names: Names, records: Sequence[tuple[KpiVersion, Sequence[Actual]]]
) -> Document | None:
    """A row for each value that stands, under heads by which `import` takes them again; None without any.

    A whole month that was known before a KPI was entered by the day is no value of its periods: JSON has it.
    """
    head = tuple(texts.label(f"column.{key}") for key in ("kpi", "person", "period", "actual", "note"))
    rows = tuple(
        (
            texts.name(version.definition.name),
            names.people.get(version.kpi.person_id or 0, ""),
            write_period(line.period),
            _typed(version, line),
            line.note,
        )
        for version, lines in records
        for line in reversed(lines)
        if line.current and line.state is not ActualState.WITHDRAWN and not _is_whole_cycle(version, line)
    )
    name = _file(names.company, texts.label("export.values"), "csv")
    return Document(name, (Sheet("", (head, *rows)),)) if rows else None


def _is_whole_cycle(version: KpiVersion, line: Actual) -> bool:
    definition = version.definition
    return line.period.kind is definition.cycle and definition.cycle is not definition.frequency


def everything_document(names: Names, archive: Archive) -> Document:
    """All that the company has, as `kpi-bot import` takes it."""
    return Document(_file(names.company, "", "json"), Written(archive.text()))


def printed_document(report: Printed, name: str, period: Period) -> Document | None:
    """A report of a period, to be printed; None where there is nothing in it."""
    return Document(_file(name, write_period(period), "pdf"), report) if report.sections else None


def _card_sheet(texts: Texts, card: Scorecard, names: Names) -> Sheet:
    keys = ("kpi", "actual", "target", "score", "weight", "points")
    head = tuple(texts.label(f"columns.{key}") for key in keys)
    last = len(card.lines) + 1
    rows = tuple(_score_row(texts, line, at, last) for at, line in enumerate(card.lines, 2))
    scored = f'SUMIF(D2:D{last},">=-1E+9",E2:E{last})'
    total = Formula(f'IF({scored}=0,"",SUMPRODUCT(D2:D{last},E2:E{last})/{scored})')
    return Sheet(
        names.part(card), (head, *rows, (texts.label("why.sum"), "", "", total, "", Formula(f"SUM(F2:F{last})")))
    )


def _score_row(texts: Texts, line: KpiScore, at: int, last: int) -> tuple[SheetCell, ...]:
    definition = line.version.definition
    target = line.target or line.full_target
    scored = line.curve is not None and line.reading is not None
    percent = definition.unit.kind is UnitKind.PERCENT
    weights = f'SUMIF($D$2:$D${last},">=-1E+9",$E$2:$E${last})'
    return (
        texts.name(definition.name),
        Figure(line.reading.value, percent) if line.reading else texts.member(line.state),
        texts.format.told_target(target, definition.unit) if target else "",
        Formula(curve_formula(line.curve, f"B{at}")) if scored and line.curve else "",
        Figure(line.weight),
        Formula(f"D{at}*E{at}/{weights}") if scored else "",
    )


def _typed(version: KpiVersion, line: Actual) -> str:
    """The value as one would type it, with its parts where such parts can be typed, or why there is none."""
    if line.reading is None:
        return str(line.state)
    unit, whole = version.definition.unit, plain_read(line.reading, version.definition.unit)
    return whole if read_number(whole, unit) == line.reading else plain(line.reading.value, unit)


def _file(about: str, what: str, ending: str) -> str:
    """A name that any file system takes."""
    words = "-".join(_plain_parts(about, what))
    return f"{words[:_LONGEST_NAME]}.{ending}"


def _plain_parts(*parts: str) -> Iterator[str]:
    yield from (re.sub(r"[^\w-]+", "_", part).strip("_") for part in parts if part)
