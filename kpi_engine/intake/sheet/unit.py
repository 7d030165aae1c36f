"""What the numbers of a row count, as far as its sheet says."""

from __future__ import annotations

import re

from kpi_engine.design.match import bare
from kpi_engine.intake.sheet.level import without_bound
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Name


def unit_of(written: str, target: str) -> Unit:
    """The unit by the word for it, else by how the target is written; plain numbers of something otherwise."""
    if written:
        return _called(written)
    plain = lowered(tidy(target)).strip()
    if "%" in plain or plain.startswith("百分之"):
        return Unit(UnitKind.PERCENT)
    if plain in _ANSWERS:
        return Unit(UnitKind.YESNO)
    if _is_money(plain):
        return Unit(UnitKind.MONEY)
    behind = _BEHIND.search(without_bound(plain))
    return _called(behind[1]) if behind else Unit(UnitKind.COUNT)


def shown(unit: Unit) -> Unit:
    """The unit with which values are shown: money with the sheet's own word for it, as nobody knows the currency."""
    return Unit(UnitKind.COUNT, unit.label) if unit.kind is UnitKind.MONEY else unit


_BEHIND = re.compile(r"[0-9] ?(?!(?:[千万亿kmw]|百万|million|thousand|bn)+$)([^\W\d_]{1,12})$")
"""A word behind a number: 3次, 5 days; not one that is part of the number."""
_BARE = frozenset({UnitKind.PERCENT, UnitKind.YESNO})
_KINDS = {
    bare(word): kind
    for kind, words in {
        UnitKind.PERCENT: "%|percent|percentage|pct|百分比|百分数",
        UnitKind.YESNO: "yes/no|是/否|是否",
        UnitKind.DURATION: "day|days|hour|hours|minute|minutes|min|h|天|日|小时|分钟|工作日|working days",
        UnitKind.SCORE: "point|points|score|分",
        UnitKind.RATIO: "ratio|times|x|倍|比值",
    }.items()
    for word in words.split("|")
}
_ANSWERS = frozenset({"yes", "no", "done", "是", "否", "完成", "已完成"})
_CURRENCIES = ("元", "¥", "$", "€", "£", "cny", "rmb", "usd", "eur", "gbp", "人民币", "美元", "欧元")


def _called(word: str) -> Unit:
    kind = _KINDS.get(bare(word), UnitKind.MONEY if _is_money(word) else UnitKind.COUNT)
    return Unit(kind) if kind in _BARE else Unit(kind, Name.same(word))


def _is_money(text: str) -> bool:
    plain = lowered(tidy(text))
    return any(sign in plain for sign in _CURRENCIES)
