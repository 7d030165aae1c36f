"""A value that is far off the usual is asked back."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.asking import Asking
from conversations.flows.actual.values import USUAL
from conversations.flows.actual.wanted import Wanted
from conversations.sure_field import SureField
from conversations.value_field import askable
from conversations.view import Option, Text
from kpi_engine.intake.number import plain_read
from kpi_engine.intake.said import Said
from kpi_engine.intake.slip import Slip, slip
from kpi_engine.intake.usual import Usual
from kpi_engine.measure.score.target import entry_target
from kpi_engine.model.actual import Reading


def sure(ask: Ask, one: Wanted, said: Said, offered: frozenset[str] = frozenset()) -> Said:
    """What was said, unless it is far off the usual: then what is said when asked back.

    What was `offered` is taken, and so is a value that one comes back to; another one is judged like the first.
    """
    unit = one.version.definition.unit
    if said.read is None or plain_read(said.read, unit) in offered:
        return said
    odd = slip(said.read, _usual(ask, one))
    if odd is None:
        return said
    values = {plain_read(read, unit) for read in (odd.said, *(guess.read for guess in odd.guesses))}
    return sure(ask, one, _asked_back(ask, one, said.read, odd), offered | values)


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


def _usual(ask: Ask, one: Wanted) -> Usual:
    """The values of other periods, as what is corrected is no measure of what corrects it, and the target."""
    lines = ask.know.recent(one.version.kpi.id, USUAL)
    others = [line for line in lines if line.period != one.period and line.period.kind is one.period.kind]
    past = tuple(line.reading.value for line in others if line.reading)
    definition = one.version.definition
    target = entry_target(one.version, one.period, ask.know.company().calendar)
    return Usual(definition.unit, past, target, definition.direction)


def _meanings(ask: Ask, odd: Slip, one: Wanted) -> tuple[Option, ...]:
    unit = one.version.definition.unit
    reads = [odd.said, *(guess.read for guess in odd.guesses)]
    return tuple(Option(plain_read(read, unit), ask.texts.format.exact(read.value, unit)) for read in reads)
