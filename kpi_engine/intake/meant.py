"""Whether words that may be anything, such as a name or a goal, are a KPI's value all the same."""

from __future__ import annotations

from collections.abc import Sequence

from kpi_engine.intake.dated import undated
from kpi_engine.intake.line import SOME_DAY
from kpi_engine.intake.names import Askable, begun_name
from kpi_engine.intake.piece import Piece, read_name_and_value, read_piece
from kpi_engine.intake.pieces import split
from kpi_engine.intake.said import value_start


def is_a_value(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether words that may be anything are a KPI's value all the same: by its name in full, or with nothing behind.

    `Win 40 new customers` begins like the win rate, and is none.
    """
    for piece in split(text, kpis)[:1]:
        dateless, _ = undated(piece, kpis, SOME_DAY)
        outcome = read_piece(dateless, kpis, None)
        return isinstance(outcome, Piece) and (is_value_in_full(text, kpis) or not outcome.note)
    return False


def is_value_in_full(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether the text begins with a KPI's name in full, and its value."""
    for piece in split(text, kpis)[:1]:
        dateless, _ = undated(piece, kpis, SOME_DAY)
        return isinstance(read_name_and_value(dateless, kpis, None), Piece)
    return False


def are_values(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether a line is several values one behind the other, one of them at least with the beginning of a KPI's name.

    Which KPIs they are, and whether they can be, is another question: `客户 30%，客单 7050`.
    """
    pieces = split(text, kpis)
    starts = [value_start(piece) for piece in pieces]
    named = [begun_name(piece[:start].strip(" :="), kpis) for piece, start in zip(pieces, starts, strict=True) if start]
    return len(pieces) == len(named) > 1 and any(named)
