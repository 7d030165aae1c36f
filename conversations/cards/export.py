"""What goes out as a file: a scorecard with its formulas, values as a table, everything as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from conversations.cards.curve_formula import curve_formula
from conversations.cards.names import Names
from conversations.texts import Texts
from conversations.view import Document, Figure, Formula, Sheet, SheetCell
from kpi_engine.calendar.words import write_period
from kpi_engine.intake.number import plain, plain_read, read_number
from kpi_engine.model.actual import Actual, ActualState
from kpi_engine.model.kpi import KpiVersion, UnitKind
from kpi_engine.model.score import KpiScore, Scorecard

_LONGEST_NAME = 80


VERSION = (
    *("kpi", "number", "name_en", "name_zh", "department", "in_force", "retired"),
    *("unit", "weight", "threshold", "target", "stretch", "reason"),
)
LINE = (
    *("kpi", "period", "state", "value", "numerator", "denominator"),
    *("note", "evidence", "reason", "by", "at", "current"),
)


def scorecard_document(texts: Texts, card: Scorecard, names: Names) -> Document:
    """A sheet for each set of KPIs: whoever changes an actual or a weight there sees what comes of it."""
    cards = [one for one in (card, *(part.card for part in card.parts)) if one.lines]
    sheets = tuple(_card_sheet(texts, one, names) for one in cards)
    return Document(_file(names.subject(card.subject), write_period(card.period), "xlsx"), sheets)


def values_document(texts: Texts, names: Names, records: Sequence[tuple[KpiVersion, Sequence[Actual]]]) -> Document:
    """A row for each value that stands, under heads by which `import` takes them again."""
    head = tuple(texts.label(f"column.{key}") for key in ("kpi", "person", "period", "actual", "note"))
    rows = (
        (
            texts.name(version.definition.name),
            names.people.get(version.kpi.person_id or 0, ""),
            write_period(line.period),
            _typed(version, line),
            line.note,
        )
        for version, lines in records
        for line in reversed(lines)
        if line.current and line.state is not ActualState.WITHDRAWN
    )
    return Document(_file(names.company, texts.label("export.values"), "csv"), (Sheet("", (head, *rows)),))


def everything_document(names: Names, records: Sequence[tuple[Sequence[KpiVersion], Sequence[Actual]]]) -> Document:
    """Every version and every line of the record, corrections included, by keys that are the same in each language."""
    versions = tuple(_version(version, names) for every, _ in records for version in every)
    values = tuple(_line(line, names) for _, lines in records for line in lines)
    return Document(
        _file(names.company, "", "json"), (Sheet("versions", (VERSION, *versions)), Sheet("values", (LINE, *values)))
    )


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
        texts.format.target(target, definition.unit) if target else "",
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


def _version(version: KpiVersion, names: Names) -> tuple[SheetCell, ...]:
    definition, target = version.definition, version.definition.target
    levels = (target.threshold, target.value, target.stretch)
    return (
        Figure(Decimal(version.kpi.id)),
        Figure(Decimal(version.number)),
        definition.name.en,
        definition.name.zh,
        names.departments[version.kpi.department_id],
        version.in_force.isoformat(),
        str(version.retired).lower(),
        str(definition.unit.kind),
        Figure(definition.weight),
        *("" if level is None else Figure(level) for level in levels),
        version.reason,
    )


def _line(line: Actual, names: Names) -> tuple[SheetCell, ...]:
    reading = line.reading
    numbers = (reading.value, reading.numerator, reading.denominator) if reading else (None, None, None)
    return (
        Figure(Decimal(line.kpi_id)),
        write_period(line.period),
        str(line.state),
        *("" if number is None else Figure(number) for number in numbers),
        line.note,
        line.evidence,
        line.reason,
        names.people.get(line.author_id, ""),
        line.entered_at.isoformat(),
        str(line.current).lower(),
    )


def _file(about: str, what: str, ending: str) -> str:
    """A name that any file system takes."""
    words = "-".join(_plain_parts(about, what))
    return f"{words[:_LONGEST_NAME]}.{ending}"


def _plain_parts(*parts: str) -> Iterator[str]:
    yield from (re.sub(r"[^\w-]+", "_", part).strip("_") for part in parts if part)
