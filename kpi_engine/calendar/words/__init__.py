"""Periods as people write them, and the one way in which they are written back."""

from __future__ import annotations

from kpi_engine.calendar.words.phrases import ANY_MONTH, MONTH_NAMES, plain
from kpi_engine.calendar.words.read import read_period, read_within
from kpi_engine.calendar.words.write import place_in_year, write_period

__all__ = ["ANY_MONTH", "MONTH_NAMES", "place_in_year", "plain", "read_period", "read_within", "write_period"]
