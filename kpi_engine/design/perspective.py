"""Which side of the company a KPI in somebody's own words most likely looks at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kpi_engine.design.catalogue import kpis
from kpi_engine.design.known import DepartmentKind
from kpi_engine.design.strategy import subjects_in
from kpi_engine.model.kpi import Perspective, UnitKind


def likely_perspective(name: str, unit: UnitKind, kinds: Sequence[DepartmentKind]) -> Perspective:
    """That of most KPIs of these kinds of department that speak of the same; else money is money, and work is work."""
    subjects, homes = subjects_in(name), {kind.id for kind in kinds}
    akin = Counter(kpi.perspective for kpi in kpis() if subjects & kpi.concepts and homes & set(kpi.departments))
    if akin:
        return akin.most_common(1)[0][0]
    return Perspective.FINANCIAL if unit is UnitKind.MONEY else Perspective.PROCESS
