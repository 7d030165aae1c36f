"""One line with several values: `revenue 1.2万, complaints 3, visits same, training n/a`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.intake.dated import has_second_value, undated
from kpi_engine.intake.names import Askable, begun_name, name_at_start, nearest_kpis
from kpi_engine.intake.pieces import split
from kpi_engine.intake.said import Said, Unsaid, read_said, value_start
from kpi_engine.intake.why import Why
from kpi_engine.model.actual import ActualState, Reading


@dataclass(frozen=True, slots=True)
class Piece:
    """A value that was understood; `read` is None unless the state is OK."""

    kpi_id: int
    state: ActualState
    read: Reading | None
    text: str
    """As typed, without the period before the value."""
    note: str = ""
    when: Period | None = None
    """The period typed before the value."""

    @property
    def given(self) -> str:
        """What was typed before the note; its words that stood behind a comma are not in the text."""
        parts, typed = self.note.split(", "), self.text.rstrip(" )")
        inside = (", ".join(parts[:count]) for count in range(len(parts), 0, -1))
        found = next((own for own in inside if own and typed.endswith(own)), None)
        return typed.removesuffix(found).rstrip(" (") if found else self.text


@dataclass(frozen=True, slots=True)
class Problem:
    """A piece to be asked back: why, which KPIs it may be about, and what it may mean."""

    text: str
    why: Why
    kpi_ids: tuple[int, ...] = ()
    options: tuple[Decimal, ...] = ()
    nearest: tuple[int, ...] = ()
    """KPIs with a name most like the one that is not known."""
    when: Period | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """All that a line says."""

    entries: tuple[Piece, ...]
    problems: tuple[Problem, ...]


Outcome: TypeAlias = Piece | Problem


def read_line(text: str, kpis: Sequence[Askable], today: date, *, currency: str | None = None) -> Line:
    """Each piece begins with a KPI's name, or with a day; words without a value are a note on the piece before them."""
    outcomes: list[Outcome] = []
    waiting = split(text, kpis)
    while waiting:
        piece, when = undated(waiting.pop(0), kpis, today)
        outcome = _read_piece(piece, kpis, currency)
        if outcome and when:
            outcome = replace(outcome, when=when)
        if isinstance(outcome, Piece) and _read_name_and_value(more := _AND.sub("", outcome.note), kpis, currency):
            waiting.insert(0, more)
            outcome = replace(outcome, note="", text=outcome.text.removesuffix(outcome.note).rstrip())
        if isinstance(outcome, Piece) and has_second_value(outcome.note, today):
            outcome = Problem(piece, Why.SEVERAL, (outcome.kpi_id,), when=when)
        _add(outcomes, outcome, piece, kpis)
    return Line(
        tuple(outcome for outcome in outcomes if isinstance(outcome, Piece)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, Problem)),
    )


def looks_like_values(text: str, kpis: Sequence[Askable]) -> bool:
    """Whether free text is meant as values: it begins with a KPI's name and a value, clear or doubtful."""
    for piece in split(text, kpis)[:1]:
        dateless, _ = undated(piece, kpis, SOME_DAY)
        match _read_piece(dateless, kpis, None):
            case Piece():
                return True
            case Problem(options=options, why=why):
                # "same" has no last value here: whoever asks for the value knows it.
                return bool(options) or why is Why.NO_LAST
            case None:
                return False
    return False


SOME_DAY = date(2026, 11, 23)
"""Whether words name a day does not depend on which day it is."""
_AND = re.compile(r"^(?:and\s+|还有|以及|和)\s*", re.IGNORECASE)


def _read_piece(piece: str, kpis: Sequence[Askable], currency: str | None) -> Outcome | None:
    """None: words without a value."""
    exact = _read_name_and_value(piece, kpis, currency)
    if exact:
        return exact
    start = value_start(piece)
    named = name_at_start(piece, kpis)
    if named and (start is None or start < len(piece) - len(named[1])):
        return _without_value(piece, named[0])
    return None if start is None else _read_begun(piece, start, kpis, currency)


def _read_name_and_value(piece: str, kpis: Sequence[Askable], currency: str | None) -> Outcome | None:
    """None if it does not begin with a name in full, followed by something that can be a value."""
    named = name_at_start(piece, kpis)
    if not named:
        return None
    called, rest = named
    outcomes = [_outcome(piece, rest, kpi, currency) for kpi in called]
    if not any(isinstance(outcome, Piece) or outcome.options for outcome in outcomes):
        return None
    return outcomes[0] if len(called) == 1 else _ambiguous(piece, called)


def _read_begun(piece: str, start: int, kpis: Sequence[Askable], currency: str | None) -> Outcome | None:
    """By the beginning of a name before the value at `start`; unknown words around a number may be a note."""
    words, rest = piece[:start].strip(" :="), piece[start:]
    named = name_at_start(words, kpis)
    begun = named[0] if named and not named[1] else begun_name(words, kpis)
    if len(begun) > 1:
        return _ambiguous(piece, begun)
    if begun:
        return _outcome(piece, " " + rest, begun[0], currency)
    nearest = nearest_kpis(words, kpis)
    if not nearest and len(rest.split()) > 1:
        return None
    return Problem(piece, Why.UNKNOWN_KPI, nearest=nearest)


def _outcome(piece: str, rest: str, kpi: Askable, currency: str | None) -> Outcome:
    match read_said(rest, kpi, currency):
        case Said(state=state, read=read, note=note):
            return Piece(kpi.kpi_id, state, read, piece, note)
        case Unsaid(why=why, options=options):
            return Problem(piece, why, (kpi.kpi_id,), options)


def _ambiguous(piece: str, called: Sequence[Askable]) -> Problem:
    return Problem(piece, Why.AMBIGUOUS_KPI, tuple(kpi.kpi_id for kpi in called))


def _without_value(piece: str, called: Sequence[Askable]) -> Problem:
    return Problem(piece, Why.NO_VALUE, tuple(kpi.kpi_id for kpi in called))


def _add(outcomes: list[Outcome], outcome: Outcome | None, piece: str, kpis: Sequence[Askable]) -> None:
    """Adds what was understood; words alone go to the piece before, a number alone makes that doubtful."""
    before = outcomes[-1] if outcomes else None
    if isinstance(outcome, Piece) and (outcome.kpi_id, outcome.when) in _answered(outcomes):
        outcomes.append(Problem(piece, Why.TWICE, (outcome.kpi_id,)))
    elif outcome is not None:
        outcomes.append(outcome)
    elif not isinstance(before, Piece):
        outcomes.append(Problem(piece, Why.UNKNOWN_KPI, nearest=nearest_kpis(piece, kpis)))
    elif piece[0].isdigit():
        outcomes[-1] = Problem(f"{before.text}, {piece}", Why.NOT_A_NUMBER, (before.kpi_id,))
    else:
        outcomes[-1] = replace(before, note=", ".join(filter(None, (before.note, piece))))


def _answered(outcomes: Sequence[Outcome]) -> Iterator[tuple[int, Period | None]]:
    return ((outcome.kpi_id, outcome.when) for outcome in outcomes if isinstance(outcome, Piece))
