"""Numbers as people write them: what they mean in the unit of a KPI, and how they are written back."""

from __future__ import annotations

from kpi_engine.intake.number.amount import counts_in_thousands
from kpi_engine.intake.number.outcome import Doubtful, NumberRead, Unread
from kpi_engine.intake.number.read import read_number
from kpi_engine.intake.number.write import plain, plain_read

__all__ = ["Doubtful", "NumberRead", "Unread", "counts_in_thousands", "plain", "plain_read", "read_number"]
