"""A value that is far off the usual is asked back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conversations.ask import Ask
from conversations.asking import Asking
from conversations.flows.actual.values import USUAL
from conversations.flows.actual.wanted import Wanted
from conversations.sure_field import SureField
from conversations.value_field import askable
from conversations.view import Option, Text
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.working import Calendar
from kpi_engine.intake.number import plain_read
from kpi_engine.intake.said import Said
from kpi_engine.intake.slip import Slip, slip
from kpi_engine.intake.usual import Usual
from kpi_engine.measure.score.target import entry_target
from kpi_engine.model.actual import Actual, Reading
from kpi_engine.model.kpi import KpiVersion


def sure(ask: Ask, one: Wanted, said: Said, offered: frozenset[str] = frozenset()) -> Said:
    """What was said, unless it is far off the usual: then what is said when asked back.

    What was `offered` is taken, and so is a value that one comes back to; another one is judged like the first.
    """
    unit = one.version.definition.unit
    if said.read is None or plain_read(said.read, unit) in offered:
        return said
    lines, calendar = ask.know.recent(one.version.kpi.id, USUAL), ask.know.company().calendar
    odd = slip(said.read, usual_for(one.version, one.period, lines, calendar))
    if odd is None:
        return said
    values = {plain_read(read, unit) for read in (odd.said, *(guess.read for guess in odd.guesses))}
    meant = _asked_back(ask, one, said.read, odd)
    return sure(ask, one, replace(meant, note=meant.note or said.note), offered | values)


def _asked_back(ask: Ask, one: Wanted, said: Reading, odd: Slip) -> Said:
    unit = one.version.definition.unit
    key = f"sure:{one.key}:{plain_read(said, unit)}"
    intro = Text(ask.texts.say("actual.odd", name=one.version.definition.name, slip=odd, unit=unit))
    again = SureField(
        asked=askable(one.version),
        currency=ask.texts.format.currency,
        label=ask.texts.plain("actual.meant", name=one.version.definition.name),
        options=_meanings(ask, odd, one),
    )
    return ask.field(Asking(key, "sure", {"value": again}, (intro,)), Said)


def usual_for(version: KpiVersion, period: Period, lines: Sequence[Actual], calendar: Calendar) -> Usual:
    """The values of other periods, as what is corrected is no measure of what corrects it, and the target.

    `lines` are the KPI's last ones, oldest first.
    """
    others = [line for line in lines if line.period != period and line.period.kind is period.kind]
    past = tuple(line.reading.value for line in others if line.reading)
    target = entry_target(version, period, calendar)
    return Usual(version.definition.unit, past, target, version.definition.direction)


def _meanings(ask: Ask, odd: Slip, one: Wanted) -> tuple[Option, ...]:
    unit = one.version.definition.unit
    reads = [odd.said, *(guess.read for guess in odd.guesses)]
    return tuple(Option(plain_read(read, unit), ask.texts.format.exact(read.value, unit)) for read in reads)
