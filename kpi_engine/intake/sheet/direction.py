"""Which values of a KPI are good, where its sheet or its name says so."""

from __future__ import annotations

from kpi_engine.design.catalogue import called
from kpi_engine.design.match import bare
from kpi_engine.design.words import find_all
from kpi_engine.model.kpi import Direction


def direction_in(text: str) -> Direction | None:
    """The direction that a cell of that column names."""
    return _WORDS.get(bare(text))


def direction_of(name: str) -> Direction | None:
    """The direction that a name says plainly; None of any that could be meant either way.

    Plain is the name of a KPI in the catalogue, or words of one side only: 投诉率 is to be low, 及时率 high. 投诉
    beside 处理 is neither.
    """
    known = called(name)
    if known:
        return known.direction
    bounds = {direction for direction, words in _BOUNDS.items() if any(word in name for word in words)}
    if bounds:
        return bounds.pop() if len(bounds) == 1 else None
    if find_all(name, _TURNING.split("|")):
        return None
    found = {direction for direction, words in _PLAIN.items() if find_all(name, words.split("|"))}
    return found.pop() if len(found) == 1 else None


_CALLED = {
    Direction.HIGHER: "higher|up|high|max|maximize|increase|more|higher is better|more is better|"
    "the higher the better|↑|越高越好|越大越好|越多越好|高优|正向|正向指标|正指标|高|上升|望大",
    Direction.LOWER: "lower|down|low|min|minimize|decrease|less|lower is better|less is better|"
    "the lower the better|↓|越低越好|越小越好|越少越好|"
    "低优|反向|反向指标|逆向|逆向指标|逆指标|负向|负向指标|低|下降|望小",
    Direction.RANGE: "range|within|in range|区间|适度|适度指标|区间指标|区间型|保持在区间内|望目",
    Direction.YESNO: "yes/no|yesno|done|pass/fail|是否|是/否|完成或未完成|是否型",
}
_PLAIN = {
    Direction.HIGHER: "完成率|达成率|增长|收入|利润|毛利|销售额|营业额|产量|产值|合格率|良品率|"
    "满意度|及时率|准时|准确率|出勤率|回款|续约率|复购率|转化率|覆盖率|留存率|通过率|新客户|新增客户|"
    "revenue|sales|profit|growth|satisfaction|completion|"
    "attainment|on time|retention|conversion|win rate|new customer|accuracy|attendance|productivity|pass rate",
    Direction.LOWER: "投诉|客诉|差错|错误|故障|不良|报废|次品|缺陷|返工|退货|退款|流失|离职率|成本|费用|"
    "事故|逾期|超支|损耗|停机|违规|缺勤|迟到|"
    "complaint|defect|error|cost|expense|scrap|downtime|churn|accident|return rate|overdue|rework|delay|"
    "absenteeism|attrition|overrun|incident|injury|injuries",
}
_BOUNDS = {
    Direction.HIGHER: ("不少于", "不低于"),
    Direction.LOWER: ("不超过", "不高于", "控制在"),
}
_TURNING = (
    "降低|下降|减少|节约|节省|压缩|控制|处理|解决|改善|改进|关闭|挽回|整改|预防|占收入|reduc*|saving|saved|cut*|resol*|handl*|"
    "prevent*|clos*|avoid*|improv*|fix*|recover*|lost|loss*|cost of sales|sales return"
)
"""Words that can turn the meaning of those beside them round."""
_WORDS = {bare(word): direction for direction, words in _CALLED.items() for word in words.split("|")}
