"""One line with several values: `revenue 1.2万, complaints 3, visits same, training n/a`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kpi_engine.calendar.period import Period
from kpi_engine.intake.begun import nearest_kpis
from kpi_engine.intake.counted import counts_something_else
from kpi_engine.intake.dated import dated_behind, has_second_value, is_number_of, period_of_value, undated, without_and
from kpi_engine.intake.names import Askable
from kpi_engine.intake.piece import Outcome, Piece, Problem, read_name_and_value, read_piece
from kpi_engine.intake.pieces import split
from kpi_engine.intake.why import Why


@dataclass(frozen=True, slots=True)
class Line:
    """All that a line says."""

    entries: tuple[Piece, ...]
    problems: tuple[Problem, ...]


def read_line(text: str, kpis: Sequence[Askable], today: date, *, currency: str | None = None) -> Line:
    """Each piece begins with a KPI's name, or with a day; words without a value are a note on the piece before them.

    A day with a number and no name is said of the KPI before it: `revenue 11 Nov 1100, 10 Nov 1200`, `9 week 42`.
    One before a name holds until another is said: `today revenue 92k, complaints 3`.
    """
    outcomes: list[Outcome] = []
    waiting = split(text, kpis)
    day, held = "", None
    while waiting:
        typed = waiting.pop(0)
        piece, when = without_day(typed, kpis, today)
        if when and (before := _before(outcomes, kpis)) and is_number_of(piece, before, currency):
            piece, typed = (f"{before.names[0]} {words}" for words in (piece, typed))
        elif when and typed.endswith(piece):
            day, held = typed.removesuffix(piece), when
        elif when is None:
            typed = f"{day}{typed}"
        outcome = read_piece(piece, kpis, currency)
        if outcome:
            outcome = replace(outcome, when=when, held=held, typed=typed)
        if isinstance(outcome, Piece) and goes_on(more := without_and(outcome.note), kpis, currency):
            waiting.insert(0, more)
            outcome = _without_note(outcome)
        if isinstance(outcome, Piece) and has_second_value(outcome.note, today):
            outcome = Problem(piece, Why.SEVERAL, (outcome.kpi_id,), when=when, typed=outcome.typed)
        _add(outcomes, outcome, piece, kpis)
    return Line(
        tuple(outcome for outcome in outcomes if isinstance(outcome, Piece)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, Problem)),
    )


def unnamed(text: str, kpis: Sequence[Askable], today: date) -> tuple[Sequence[Askable], Period] | None:
    """Of a line that begins with a day and a number and names no KPI, `26 Nov 18k, 25 Nov 19k` or `18k on 26 Nov`: the
    KPIs that it may be about, and that day. 今天 3 人 is about no KPI of which 次 are counted.
    """
    for piece in split(text, ())[:1]:
        number, when = without_day(piece, kpis, today)
        if when is None or period_of_value(piece, today):
            continue
        able = [kpi for kpi in kpis if is_number_of(number, kpi) and not counts_something_else(number, kpi.unit)]
        if able:
            return able, when
    return None


_MOST_AHEAD = 10
"""Values behind one another that are looked at to tell that they are values."""


def goes_on(note: str, kpis: Sequence[Askable], currency: str | None) -> bool:
    """Whether what stands behind a value is the next one, with its name in full.

    In Chinese the beginning of a name will do, `收入17万 新客户9`, where nothing but such values follows.
    """
    if read_name_and_value(note, kpis, currency):
        return True
    if not note or note.isascii():
        return False
    for _ in range(_MOST_AHEAD):
        outcome = read_piece(note, kpis, currency)
        if not isinstance(outcome, Piece):
            return False
        note = without_and(outcome.note)
        if not note:
            break
    return True


def without_day(piece: str, kpis: Sequence[Askable], today: date) -> tuple[str, Period | None]:
    """The piece without its period, whether that stands before its value or behind it."""
    rest, when = undated(piece, kpis, today)
    return (rest, when) if when else dated_behind(rest, today)


def _without_note(piece: Piece) -> Piece:
    text, typed = (words.removesuffix(piece.note).rstrip() for words in (piece.text, piece.typed))
    return replace(piece, note="", text=text, typed=typed)


def _before(outcomes: Sequence[Outcome], kpis: Sequence[Askable]) -> Askable | None:
    """The KPI that the last piece was about, if that is clear."""
    match outcomes[-1:]:
        case [Piece(kpi_id=kpi_id)] | [Problem(kpi_ids=(kpi_id,))]:
            return next(kpi for kpi in kpis if kpi.kpi_id == kpi_id)
        case _:
            return None


def _add(outcomes: list[Outcome], outcome: Outcome | None, piece: str, kpis: Sequence[Askable]) -> None:
    """Adds what was understood; words alone go to the piece before, a number alone makes that doubtful."""
    before = outcomes[-1] if outcomes else None
    if isinstance(outcome, Piece) and (outcome.kpi_id, outcome.when or outcome.held) in _answered(outcomes):
        outcomes.append(Problem(piece, Why.TWICE, (outcome.kpi_id,), typed=outcome.typed))
    elif outcome is not None:
        outcomes.append(outcome)
    elif not isinstance(before, Piece):
        outcomes.append(Problem(piece, Why.UNKNOWN_KPI, nearest=nearest_kpis(piece, kpis), typed=piece))
    elif piece[0].isdigit():
        outcomes[-1] = Problem(
            f"{before.text}, {piece}", Why.NOT_A_NUMBER, (before.kpi_id,), typed=f"{before.typed}, {piece}"
        )
    else:
        note = ", ".join(filter(None, (before.note, piece)))
        outcomes[-1] = replace(before, note=note, typed=f"{before.typed}, {piece}")


def _answered(outcomes: Sequence[Outcome]) -> Iterator[tuple[int, Period | None]]:
    return ((outcome.kpi_id, outcome.when or outcome.held) for outcome in outcomes if isinstance(outcome, Piece))
