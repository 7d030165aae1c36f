"""The text of a scoring rule: the place where more ways of scoring than the usual one will be read."""

from __future__ import annotations

from kpi_engine.design.match import bare
from kpi_engine.intake.sheet.cells import is_blank
from kpi_engine.model.kpi import Direction, Target


def is_usual(text: str, direction: Direction, target: Target) -> bool:
    """Whether the rule says no more than how the target is scored anyway: nothing, or in proportion to it.

    Any other rule is not scored by guess: its row is refused.
    """
    if is_blank(text):
        return True
    proportional = direction is Direction.HIGHER and target.threshold is None and target.stretch is None
    return proportional and bare(text).strip("。.").translate(_SIGNS) in _PROPORTIONAL


_SIGNS = str.maketrans("×÷＊x", "*/**")
_PROPORTIONAL = frozenset(
    bare(rule)
    for rule in (
        "actual / target",
        "actual / target * 100",
        "proportional",
        "in proportion",
        "实际/目标",
        "实际/目标*100",
        "实际值/目标值",
        "实际值/目标值*100",
        "实际值/目标值*100%",
        "实际值/目标值*权重",
        "实际/目标*权重",
        "完成率*权重",
        "按完成率计分",
        "按完成比例计分",
        "按完成率得分",
        "按比例计分",
    )
)
