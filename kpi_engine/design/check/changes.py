"""Which changes of a KPI decide about its score."""

from __future__ import annotations

from kpi_engine.model.kpi import Definition, KpiVersion

_REWRITTEN = ("target", "formula", "expression", "aggregation", "direction", "unit", "scoring")
"""What decides about the score of a period."""


def rewritten(before: KpiVersion, after: KpiVersion) -> bool:
    """Whether the same values score differently from then on; what ends does not."""
    return not after.retired and _rule(before.definition) != _rule(after.definition)


def _rule(definition: Definition) -> tuple[object, ...]:
    return tuple(getattr(definition, name) for name in _REWRITTEN)
