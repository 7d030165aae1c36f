"""A value in words, or why there is none."""

from __future__ import annotations

from decimal import Decimal

from conversations.texts import Texts
from kpi_engine.commands import Entry
from kpi_engine.model.actual import Actual, ActualState, Reading
from kpi_engine.model.kpi import Unit


def value_words(texts: Texts, state: ActualState, reading: Reading | None, unit: Unit) -> str:
    """With every digit."""
    return texts.format.exact(reading.value, unit) if reading else texts.member(state)


def told_words(texts: Texts, state: ActualState, reading: Reading | None, unit: Unit) -> str:
    """With its digits as far as somebody would type them: 89.8046875, which was computed, is 89.8047."""
    if reading is None:
        return value_words(texts, state, reading, unit)
    typed = reading.value.quantize(_TYPED)
    return texts.format.exact(reading.value if reading.value == typed else typed, unit)


_TYPED = Decimal("0.0001")


def short_words(texts: Texts, said: Actual | Entry, unit: Unit, beside: Actual | Entry) -> str:
    """With the digits that matter, unless it is told from the value beside it by others only."""
    reading, other = said.reading, beside.reading
    if reading is None or other is None:
        return value_words(texts, said.state, reading, unit)
    short = texts.format.short(reading.value, unit)
    alike = reading.value != other.value and short == texts.format.short(other.value, unit)
    return texts.format.exact(reading.value, unit) if alike else short
