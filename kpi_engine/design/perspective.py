"""Which side of the company a KPI in somebody's own words most likely looks at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kpi_engine.design.catalogue import kpis
from kpi_engine.design.known import DepartmentKind
from kpi_engine.design.strategy import subjects_in
from kpi_engine.model.kpi import Perspective, UnitKind


def likely_perspective(name: str, unit: UnitKind, kinds: Sequence[DepartmentKind]) -> Perspective:
    """What is told; else work is work."""
    return told_perspective(name, unit, kinds) or Perspective.PROCESS


def told_perspective(name: str, unit: UnitKind, kinds: Sequence[DepartmentKind]) -> Perspective | None:
    """That of most KPIs that speak of the same, in these kinds of department if there are any; else money is money.

    None: nothing tells.
    """
    subjects, homes = subjects_in(name), {kind.id for kind in kinds}
    akin = [kpi for kpi in kpis() if subjects & kpi.concepts]
    nearest = [kpi for kpi in akin if homes & set(kpi.departments)] or akin
    if nearest:
        return Counter(kpi.perspective for kpi in nearest).most_common(1)[0][0]
    return Perspective.FINANCIAL if unit is UnitKind.MONEY else None
