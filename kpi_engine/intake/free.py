"""Whether what people type where anything may be typed is meant as values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kpi_engine.intake.begun import begun_name
from kpi_engine.intake.dated import is_number_of, without_and
from kpi_engine.intake.line import goes_on, unnamed, without_day
from kpi_engine.intake.names import Askable, holding
from kpi_engine.intake.piece import Piece, Problem, name_before, read_name_and_value, read_piece, start_behind
from kpi_engine.intake.pieces import split
from kpi_engine.intake.said import value_start
from kpi_engine.intake.why import Why

SOME_DAY = date(2026, 11, 23)
"""Whether words name a day does not depend on which day it is."""


def looks_like_values(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether free text is meant as values: it begins with a KPI's name, or a day, and a value, clear or doubtful.

    Behind a part of a name nothing may stand but the value, and perhaps the next one: `meeting 3 pm` is no value of
    Meeting actions closed.
    """
    for piece in split(text, kpis)[:1]:
        dateless, _ = without_day(piece, kpis, SOME_DAY)
        match read_piece(dateless, kpis, None):
            case Piece(note=note):
                in_full = read_name_and_value(dateless, kpis, None) is not None
                return in_full or not note or goes_on(without_and(note), kpis, None)
            case Problem(options=options, why=why) if options or why is Why.NO_LAST:
                # "same" has no last value here: whoever asks for the value knows it.
                return True
            case Problem(why=Why.AMBIGUOUS_KPI, kpi_ids=ids) if read_name_and_value(
                dateless, kpis, None
            ) or _is_value_of_one(dateless, [kpi for kpi in kpis if kpi.kpi_id in ids]):
                return True
            case Problem() | None:
                return unnamed(text, kpis, SOME_DAY) is not None
    return False


def is_a_value(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether words that may be anything are a KPI's value all the same: by its name in full, or with nothing behind.

    `Win 40 new customers` begins like the win rate, and is none.
    """
    for piece in split(text, kpis)[:1]:
        dateless, _ = without_day(piece, kpis, SOME_DAY)
        outcome = read_piece(dateless, kpis, None)
        return isinstance(outcome, Piece) and (is_value_in_full(text, kpis) or not outcome.note)
    return False


def is_value_in_full(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether the text begins with a KPI's name in full, and its value."""
    for piece in split(text, kpis)[:1]:
        dateless, _ = without_day(piece, kpis, SOME_DAY)
        return isinstance(read_name_and_value(dateless, kpis, None), Piece)
    return False


def are_values(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether a line is several values one behind the other, one of them at least with the beginning of a KPI's name.

    Which KPIs they are, and whether they can be, is another question: `客户 30%，客单 7050`.
    """
    pieces = split(text, kpis)
    starts = [value_start(piece) for piece in pieces]
    named = [begun_name(name_before(piece, start), kpis) for piece, start in zip(pieces, starts, strict=True) if start]
    return len(pieces) == len(named) > 1 and any(named)


def _is_value_of_one(piece: str, kpis: Sequence[Askable]) -> bool:
    """Whether a value of one of the KPIs stands behind a part of the names by which the person may enter them all, and
    nothing else does.
    """
    start = start_behind(piece, kpis) or len(piece)
    held = holding(name_before(piece, start), kpis)
    return any(is_number_of(piece[start:], kpi) for kpi in held)
