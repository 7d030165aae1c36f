"""What the heads of columns say, in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kpi_engine.design.match import bare


class Column(StrEnum):
    """What a column can hold."""

    KPI = "kpi"
    PERIOD = "period"
    ACTUAL = "actual"
    NOTE = "note"
    PERSON = "person"
    WEIGHT = "weight"
    TARGET = "target"
    THRESHOLD = "threshold"
    STRETCH = "stretch"
    RULE = "rule"
    UNIT = "unit"
    DIRECTION = "direction"
    SCORE = "score"
    """What somebody gave already. It is recognised, and not taken over."""
    BY_HAND = "by_hand"
    """Points given or taken by hand."""
    TAKEN = "taken"
    """Points taken by hand."""
    GATE = "gate"
    """What a KPI does to the whole total."""
    OTHER = "other"
    """Known, and of no use here: definition, source, how often."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column, and what stood in brackets behind its name: `权重（%）`, `Target (10k)`."""

    column: Column
    rank: int
    """0 for its proper names, 1 for words that mean it where nothing better is there."""
    bracket: str = ""


def heading(text: str) -> Heading | None:
    """The column that a head names; None if it names none."""
    whole = _COLUMNS.get(bare(text.strip(_SIGNS)))
    if whole:
        return Heading(*whole)
    known = _COLUMNS.get(bare(without_bracket(text).strip(_SIGNS)))
    return Heading(*known, bracket_of(text)) if known else None


def without_bracket(text: str) -> str:
    """The name before a bracket at its end: `销售收入（万元）` is 销售收入."""
    found = _BRACKETED.fullmatch(text.strip())
    return found[1].strip() if found else text


def bracket_of(text: str) -> str:
    """What stands in that bracket: its unit; empty without one."""
    found = _BRACKETED.fullmatch(text.strip())
    return found[2].strip() if found else ""


_BRACKETED = re.compile(r"([^(（\[【]+)[(（\[【]([^)）\]】]*)[)）\]】]\W*", re.DOTALL)
_SIGNS = " :：*＊\t\n"
_PROPER, _LOOSE = 0, 1
_NAMES = (
    (
        Column.KPI,
        _PROPER,
        "kpi|kpis|kpi name|indicator|indicator name|metric|指标|指标名称|考核指标|绩效指标|关键绩效指标|"
        "关键指标|关键业绩指标|kpi指标|kpi名称|评价指标|指标/月份|指标\\月份|kpi/month|kpi\\month",
    ),
    (Column.KPI, _LOOSE, "name|item|measure|objective|名称|项目|考核项目|指标项目|考核内容|kpi项目|考核项"),
    (
        Column.PERIOD,
        _PROPER,
        "period|date|month|day|week|quarter|year|日期|月份|期间|周期|时间|年月|月|周|季度|年度|统计周期|统计月份|"
        "数据月份|所属期|所属期间|所属月份",
    ),
    (
        Column.ACTUAL,
        _PROPER,
        "actual|actuals|actual value|value|实际值|实际|完成值|实际完成值|实际完成|实绩|数值|完成数|实际数|"
        "实际达成|实际达成值|达成值|当期值",
    ),
    (
        Column.ACTUAL,
        _LOOSE,
        "result|actual result|achieved|amount|number|完成情况|实际完成情况|实际结果|考核结果|值|数据",
    ),
    (Column.NOTE, _PROPER, "note|notes|comment|comments|remark|remarks|备注|说明|附注|情况说明|备注说明"),
    (
        Column.PERSON,
        _PROPER,
        "person|employee|owner|staff|responsible|who|member|姓名|责任人|负责人|员工|员工姓名|被考核人|人员|"
        "考核对象|填报人",
    ),
    (Column.WEIGHT, _PROPER, "weight|weights|weighting|weightage|weight%|权重|权重%|权重分|权数"),
    (Column.WEIGHT, _LOOSE, "share|占比|分值|分值权重|标准分|满分|配分"),
    (Column.TARGET, _PROPER, "target|target value|目标值|目标|考核目标值|指标值|本期目标|本期目标值"),
    (
        Column.TARGET,
        _LOOSE,
        "goal|plan|planned|budget|考核目标|全年目标值|全年目标|年度目标值|年度目标|季度目标值|季度目标|月度目标值|"
        "月度目标|目标任务|计划值|计划|标准值|达标值|考核标准值|预算",
    ),
    (
        Column.THRESHOLD,
        _PROPER,
        "threshold|minimum|min|floor|floor value|底线值|底线|下限|下限值|门槛值|门槛|最低值|保底值|及格值|阈值",
    ),
    (
        Column.STRETCH,
        _PROPER,
        "stretch|stretch target|stretch value|maximum|max|挑战值|挑战目标|挑战|上限|上限值|冲刺值|冲刺目标|"
        "卓越值|最高值",
    ),
    (
        Column.RULE,
        _PROPER,
        "rule|rules|scoring|scoring rule|scoring rules|scoring method|计分规则|评分规则|考核规则|计分标准|评分标准|"
        "计分方法|评分方法|评分办法|计分方式|计分办法|打分标准|扣分标准",
    ),
    (Column.RULE, _LOOSE, "考核标准|考核办法|评价标准"),
    (Column.UNIT, _PROPER, "unit|units|uom|unit of measure|单位|计量单位|计算单位"),
    (Column.DIRECTION, _PROPER, "direction|polarity|good is|better|方向|指标方向|指标性质|指标属性|极性"),
    (Column.DIRECTION, _LOOSE, "指标类型"),
    (
        Column.SCORE,
        _PROPER,
        "score|points|rating|得分|评分|自评|自评分|自评得分|考核得分|实际得分|上级评分|最终得分|加权得分|考评得分|"
        "绩效得分|分数|复核得分|他评",
    ),
    (Column.BY_HAND, _PROPER, "adjustment|bonus|bonus points|加减分|加扣分|加分|奖惩分|奖励分"),
    (Column.TAKEN, _PROPER, "deduction|penalty|penalty points|扣分|减分"),
    (Column.GATE, _PROPER, "gate|否决项|一票否决|总分联动|联动方式"),
    (
        Column.OTHER,
        _PROPER,
        "no|no.|#|nr|definition|description|formula|source|data source|frequency|perspective|department|category|"
        "dimension|序号|编号|指标定义|定义|指标说明|指标解释|计算公式|公式|定义/公式|指标定义/公式|指标定义及公式|数据来源|来源|信息来源|"
        "数据提供部门|数据提交人|数据提供人|考核周期|考核频率|频率|维度|考核维度|类别|指标类别|指标分类|部门|所属部门|考核人|评分人|分类",
    ),
)
_COLUMNS = {bare(name): (column, rank) for column, rank, names in _NAMES for name in names.split("|")}
