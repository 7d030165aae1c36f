"""One piece of a line: a KPI's name, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.intake.begun import begun_name, misspelt_kpi, nearest_kpis
from kpi_engine.intake.names import Askable, name_at_start
from kpi_engine.intake.said import Said, Unsaid, read_said, spelt_start, value_start
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
    held: Period | None = None
    """The period said before an earlier value of the line, which goes on where none is said of this one."""
    typed: str = field(default="", compare=False)
    """As it stands in the line, period and note among it: read again it is the same."""

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
    held: Period | None = None
    typed: str = field(default="", compare=False)
    """As it stands in the line, like that of a piece."""


Outcome: TypeAlias = Piece | Problem


def read_piece(piece: str, kpis: Sequence[Askable], currency: str | None) -> Outcome | None:
    """None: words without a value."""
    exact = read_name_and_value(piece, kpis, currency)
    if exact:
        return exact
    start = start_behind(piece, kpis)
    named = name_at_start(piece, kpis)
    if named and (start is None or start < len(piece) - len(named[1])):
        return _without_value(piece, named[0])
    return None if start is None else _read_begun(piece, start, kpis, currency)


def start_behind(piece: str, kpis: Sequence[Askable]) -> int | None:
    """Where a value may begin behind words: if it is spelt and nothing stands between, only behind a KPI's name."""
    spelt = spelt_start(piece)
    words = name_before(piece, spelt) if spelt else ""
    if begun_name(words, kpis) or misspelt_kpi(words, kpis):
        return spelt
    return value_start(piece)


def name_before(piece: str, start: int) -> str:
    """The words before a value, without what joins them to it: `visits:`, 拜访了."""
    return piece[:start].strip(" :=").rstrip("了有")


def read_name_and_value(piece: str, kpis: Sequence[Askable], currency: str | None) -> Outcome | None:
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
    """By the beginning of a name before the value at `start`; unknown words around a number may be a note.

    One word and a number with its unit, `拜访 5 次`, are a value of a KPI that is not known, and no note.
    """
    words, rest = name_before(piece, start), piece[start:]
    named = name_at_start(words, kpis)
    begun = named[0] if named and not named[1] else begun_name(words, kpis)
    if len(begun) > 1:
        return _ambiguous(piece, begun)
    if begun:
        return _outcome(piece, " " + rest, begun[0], currency)
    if meant := misspelt_kpi(words, kpis):
        return _outcome(piece, " " + rest, meant, currency)
    nearest = nearest_kpis(words, kpis)
    if not nearest and len(rest.split()) > (2 if len(words.split()) == 1 else 1):
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
