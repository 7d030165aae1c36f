"""A value in words, or why there is none."""

from __future__ import annotations

from conversations.texts import Texts
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.kpi import Unit


def value_words(texts: Texts, state: ActualState, reading: Reading | None, unit: Unit) -> str:
    """With every digit."""
    return texts.format.exact(reading.value, unit) if reading else texts.member(state)
