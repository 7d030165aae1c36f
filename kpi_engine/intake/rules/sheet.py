"""What a Chinese sheet of KPIs calls its columns, and which way the names and targets of its KPIs point."""

from __future__ import annotations

import re
from enum import StrEnum

from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.model.kpi import Direction


class Column(StrEnum):
    """A column that scores are made of."""

    TARGET = "target"
    RULE = "rule"


def column_of(heading: str) -> Column | None:
    """The column of that heading; None if it is none of these."""
    bare = re.sub(r"\s|\(.*?\)|:", "", lowered(tidy(heading)))
    return next((column for column, names in _COLUMNS.items() if bare in names), None)


def likely_direction(words: str) -> Direction | None:
    """Which values are good, as the name of a KPI or its target lets one expect; None where nothing or both do.

    To be shown and agreed to: 退货率 is lower, but nobody knows of 退货处理量.
    """
    found = [direction for direction, telling in _TELLING.items() if any(word in words for word in telling)]
    return found[0] if len(found) == 1 else None


_COLUMNS = {
    Column.TARGET: frozenset({"目标值", "全年目标值", "年度目标值", "考核目标值", "指标值", "目标", "target"}),
    Column.RULE: frozenset({"计分规则", "评分规则", "考核规则", "计分标准", "评分标准", "scoringrule", "rule"}),
}
_TELLING = {
    Direction.LOWER: (
        "投诉率",
        "差错率",
        "故障率",
        "不良率",
        "报废率",
        "退货率",
        "流失率",
        "控制在",
        "不超过",
        "不高于",
        "下降",
        "降低",
        "超支",
    ),
    Direction.HIGHER: ("完成率", "达成率", "增长", "收入", "利润", "不少于", "不低于", "提高"),
}
