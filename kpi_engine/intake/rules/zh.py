"""How rules for points are written in Chinese sheets: 每低1%扣2分, 低于80%不得分, 最高120分."""

from __future__ import annotations

import re
from decimal import Decimal

from kpi_engine.intake.rules.distance import Event, InProportion, Most, Parts, Ratio, RatioKind, Steps, Way
from kpi_engine.intake.rules.parts import (
    Aim,
    Between,
    Beyond,
    Cap,
    Clause,
    Floor,
    FullMarks,
    Level,
    Lines,
    Met,
    Missed,
    Rest,
)
from kpi_engine.intake.rules.pattern import FULL_MARKS, Maker, Pattern, always, read_at, scored
from kpi_engine.intake.rules.quantity import NUMBER, own_level, quantity, read_level, read_number, read_quantity
from kpi_engine.model.scoring import Rounding, Side

_WAYS = {
    Way.LOW: "低于|少于|小于|降低|下降|减少|提前|低|少|降|减|小",
    Way.HIGH: "高于|多于|大于|超过|超出|超额|提高|上升|增加|增长|延迟|延期|逾期|推迟|超期|高|多|超|增|升|大",
    Way.WORSE: "相差|差",
    Way.AWAY: "偏离|偏差",
}
_LESS = "低于|小于|少于|不足|未达到|未达|达不到|不到|<"
_AT_MOST = "不超过|不高于|不大于|≤|<="
_MORE = "高于|超过|大于|多于|超出|>"
_AT_LEAST = "不低于|不小于|不少于|达到|≥|>="
_COMPARED = f"(?P<compared>{_AT_LEAST}|{_AT_MOST}|{_LESS}|{_MORE})"
_SUBJECT = "(?:(?P<score>得分|分数)|(?P<own>实际值|完成值)|实际完成率|目标完成率|完成率|达成率|实际|完成)?"
_TARGET = "(?:目标值?|指标值?|计划值?)"
_GETS = (
    "[,:]?(?:的|时)?[,:]?(?:(?P<none>不得分|不计分|无分|(?:得|计|为)?零分)|(?:得|计)?(?P<full>满分)"
    rf"|(?:得|计|为)?(?P<points>{NUMBER})分)"
)
_TAKES = "扣除|扣减|扣|减"
_ADDS = "加|奖励|奖"
_EVENT = "事故|投诉|违规|违章|差错|失误|缺陷|退货|返工|故障|不良|处罚|事件|问题"
_ACTUAL = "(?:实际(?:完成)?(?:值|数|额)?|完成(?:值|数|额))"
_OF_WEIGHT = "[*×x](?:权重分?|分值|标准分)"
_HUNDRED = rf"(?:[*×x]100(?:%|分)?)?(?:{_OF_WEIGHT})?"
"""Points of 100, or what they are of the weight: the same thing."""
_LEVELS = "优秀|优|良好|良|中等|中|一般|合格|及格|较差|不合格|不及格|差"


def _points(found: re.Match[str]) -> Decimal:
    if found["none"]:
        return Decimal(0)
    return FULL_MARKS if found["full"] else read_number(found["points"])


def _gets(kind: type[Met | Missed | Rest]) -> Maker:
    return lambda found: kind(_points(found))


def _level(found: re.Match[str]) -> Clause:
    return Level(found["name"], read_number(found["points"]))


def _steps(found: re.Match[str]) -> Clause:
    way = next(way for way, words in _WAYS.items() if re.fullmatch(words, found["way"]))
    adds = re.fullmatch(_ADDS, found["verb"]) is not None
    return Steps(way, adds, read_quantity(found, "each"), read_number(found["points"]))


def _beyond(found: re.Match[str]) -> Clause:
    compared = found["compared"]
    side = Side.BELOW if re.fullmatch(f"{_LESS}|{_AT_MOST}", compared) else Side.ABOVE
    including = re.fullmatch(f"{_AT_MOST}|{_AT_LEAST}", compared) is not None
    return Beyond(side, read_level(found, "level"), _points(found), including, of_score=bool(found["score"]))


def _to_one_side(found: re.Match[str]) -> Clause:
    side = Side.BELOW if found["side"] == "下" else Side.ABOVE
    including = None if not found["ends"] else "不" not in found["ends"]
    return Beyond(side, read_level(found, "level"), _points(found), including, of_score=bool(found["score"]))


def _within(found: re.Match[str]) -> Clause:
    return Beyond(Side.BELOW, own_level(found, "level"), _points(found), including=True)


def _between(found: re.Match[str]) -> Clause:
    ends = (found["low_end"], found["high_end"])
    with_low, with_high = (None if not end else "不" not in end for end in ends)
    return Between(read_level(found, "low"), read_level(found, "high"), _points(found), with_low, with_high)


def _inequality(found: re.Match[str]) -> Clause:
    with_low, with_high = (found[sign] != "<" for sign in ("low_sign", "high_sign"))
    return Between(read_quantity(found, "low"), read_quantity(found, "high"), _points(found), with_low, with_high)


def _aim(found: re.Match[str]) -> Clause:
    return Aim(read_quantity(found, "aim"))


def _parts(found: re.Match[str]) -> Clause:
    rounding = Rounding.UP if found["up"] else Rounding.DOWN
    return Parts(rounding, read_quantity(found, "part"))


def _most(found: re.Match[str]) -> Clause:
    verb = found["verb"] or found["verb_first"]
    return Most(re.fullmatch(_ADDS, verb) is not None, read_number(found["points"]))


_EACH_WAY = "|".join(_WAYS.values())
_INCLUDED = r"\(?(?:不含|含)\)?"

PATTERNS: tuple[Pattern, ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (
            rf"(?:(?:与|较|比|和){_TARGET}(?:相比|比)?,?)?每(?P<way>{_EACH_WAY})(?:于|出)?{_TARGET}??"
            rf"{quantity('each')},?(?P<verb>{_TAKES}|{_ADDS})(?P<points>{NUMBER})分",
            _steps,
        ),
        (
            rf"每(?:发生|出现|发现|有)?[1一]?(?:起|次|例|件|宗|个)(?:{_EVENT})?,?(?:{_TAKES})(?P<points>{NUMBER})分",
            scored(Event),
        ),
        (
            rf"不足{quantity('part')}(?:的部分|的)?"
            r"(?:(?P<up>[按以](?P=part_number)(?P=part_unit)计算?)|不扣分?|不加分?|不计算?|舍去)",
            _parts,
        ),
        (r"(?:不足部分|不足的部分)?按比例(?:扣分|扣减|扣除|加分|计算|折算)?", always(Parts(Rounding.PROPORTIONAL))),
        (r"按比例(?:计分|得分)?", always(InProportion())),
        (rf"{_SUBJECT}{_COMPARED}{_TARGET}??{quantity('level')}{_GETS}", _beyond),
        (rf"{_SUBJECT}{quantity('level')}(?P<ends>及|{_INCLUDED})?以(?P<side>[上下]){_GETS}", _to_one_side),
        (
            rf"{_SUBJECT}{quantity('low')}(?P<low_end>{_INCLUDED})?[-~至到]{quantity('high')}(?P<high_end>{_INCLUDED})?(?:之间)?{_GETS}",
            _between,
        ),
        (
            rf"{quantity('low')}(?P<low_sign>≤|<=|<)(?:x|{_ACTUAL}|完成率|达成率)(?P<high_sign>≤|<=|<){quantity('high')}{_GETS}",
            _inequality,
        ),
        (rf"(?:{_ACTUAL})?控制在{quantity('level')}(?:以内|之内|以下)?{_GETS}", _within),
        (rf"{_TARGET}(?:为|是|:|=)?{quantity('aim')}(?=[,;。、.每]|$)", _aim),
        (rf"(?:(?P<own>实际值|完成值)|完成)?{quantity('at')}时?(?:得|计)(?P<points>{NUMBER})分", read_at),
        (rf"(?:达到|完成|达成){_TARGET}{_GETS}", _gets(Met)),
        (rf"(?:达标|按期完成|按时完成|完成){_GETS}", _gets(Met)),
        (rf"(?:不达标|未达标|未完成|没完成|未按期完成|未按时完成){_GETS}", _gets(Missed)),
        (rf"(?:低于|未达到|未达|未完成|达不到){_TARGET}{_GETS}", _gets(Missed)),
        (rf"(?:其余|其他|其它|否则){_GETS}", _gets(Rest)),
        (rf"(?:得分=?|=)?{_ACTUAL}[/÷]{_TARGET}{_HUNDRED}(?:计分|得分)?", always(Ratio(RatioKind.PROPORTIONAL))),
        (rf"(?:得分=?|=)?{_TARGET}[/÷]{_ACTUAL}{_HUNDRED}(?:计分|得分)?", always(Ratio(RatioKind.RECIPROCAL))),
        (rf"(?:得分=?|=)?\(2-{_ACTUAL}[/÷]{_TARGET}\){_HUNDRED}", always(Ratio(RatioKind.MIRROR))),
        (rf"(?:得分=?|=)?(?:实际值|完成值)[*×x]100分?(?:{_OF_WEIGHT})?", always(Ratio(RatioKind.VALUE))),
        (
            rf"(?:得分=?|=)?(?:目标)?(?:完成率|达成率)(?:[*×x]100分?(?:{_OF_WEIGHT})?|{_OF_WEIGHT})",
            always(Ratio(RatioKind.RATE)),
        ),
        (r"按(?:目标)?(?:完成率|达成率|完成比例)(?:计分|得分|计算)", always(Ratio(RatioKind.RATE))),
        (
            "(?:得分)?(?:最高|最多|上限|至多|封顶)(?:得分?|为|不超过|可得|可达|至|加到|加至)?"
            rf"(?P<points>{NUMBER})分(?:封顶|为止)?",
            scored(Cap),
        ),
        (rf"以?(?P<points>{NUMBER})分(?:封顶|为上限|为限)", scored(Cap)),
        (rf"(?:最低|保底|下限)(?:得分?|为)?(?P<points>{NUMBER})分", scored(Floor)),
        (rf"扣[至到](?P<points>{NUMBER})分为止", scored(Floor)),
        (r"扣完为止", always(Floor(Decimal(0)))),
        (rf"满分为?(?P<points>{NUMBER})分?", scored(FullMarks)),
        (rf"(?:最多|最高|至多)(?P<verb>{_TAKES}|{_ADDS})(?P<verb_first>)(?P<points>{NUMBER})分", _most),
        (rf"(?P<verb>)(?P<verb_first>{_TAKES}|{_ADDS})分(?:最多|最高|上限为?|不超过)(?P<points>{NUMBER})分", _most),
        (
            r"(?:中间|之间|期间|其间)?按?(?:线性插值法?|线性内插|线性|插值法?)(?:计算|计分)?",
            always(Lines(linear=True)),
        ),
        (r"(?:按)?(?:分档|阶梯|档位)(?:计算|计分)", always(Lines(linear=False))),
        (rf"(?P<name>{_LEVELS})[:=]?(?:得|计|为)?(?P<points>{NUMBER})分", _level),
    )
)
