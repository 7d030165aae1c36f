"""Which side of the company a KPI in own words looks at."""

from __future__ import annotations

import pytest

from kpi_engine.design.catalogue import kinds_of
from kpi_engine.design.perspective import likely_perspective, told_perspective
from kpi_engine.model.kpi import Perspective, UnitKind
from kpi_engine.model.name import Name


@pytest.mark.parametrize(
    ("name", "unit", "perspective"),
    [
        ("cold calls made", UnitKind.COUNT, Perspective.PROCESS),
        ("电话邀约", UnitKind.COUNT, Perspective.PROCESS),
        ("what the fair cost us", UnitKind.MONEY, Perspective.FINANCIAL),
        ("sales by the new hires", UnitKind.MONEY, Perspective.FINANCIAL),
    ],
)
def test_is_told_from_the_words_and_the_unit(name: str, unit: UnitKind, perspective: Perspective) -> None:
    assert likely_perspective(name, unit, kinds_of(Name("Sales", "销售"))) is perspective


def test_where_nothing_tells_it_is_asked() -> None:
    kinds = kinds_of(Name("Sales", "销售"))

    assert told_perspective("handbook finished", UnitKind.COUNT, kinds) is None
    assert told_perspective("serious complaints", UnitKind.COUNT, kinds) is Perspective.CUSTOMER
