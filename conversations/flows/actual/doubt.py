"""A piece of a line of values that is not clear yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conversations.asking import attempt
from conversations.flows.actual.wanted import Wanted
from kpi_engine.errors import Refusal
from kpi_engine.model.kpi import KpiVersion


@dataclass(frozen=True, slots=True)
class Doubt:
    """A piece of a line, as it was typed, of which something must be asked, or which is refused."""

    typed: str
    asked: Callable[[], Wanted]
    version: KpiVersion | None = None
    """The KPI, where that is not what is in doubt."""

    def settled(self) -> Wanted | None:
        """The value, where there is no doubt about it."""
        try:
            found = attempt(self.asked)
        except Refusal:
            return None
        return found if isinstance(found, Wanted) else None
