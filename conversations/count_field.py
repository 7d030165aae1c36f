"""The question how many: `3`, `三条`, `3次`, `前五`, `top 5`, `at most 5 a week`; `off` is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conversations.fields import NumberField, Rejected, Taken
from kpi_engine.intake.chinese import spelt
from kpi_engine.intake.counted import MEASURE


@dataclass(frozen=True, slots=True, kw_only=True)
class CountField(NumberField):
    """So many of what the question asks for."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        said = " ".join(raw.casefold().rstrip("。.!！").split())
        if said in _NONE:
            return self._inside(Decimal(0))
        counted = _COUNTED.fullmatch(said)
        number = counted["number"] if counted else raw
        in_characters = spelt(number) if counted else None
        return self._whole(number, today) if in_characters is None else self._inside(in_characters)

    def _whole(self, number: str, today: date) -> Taken | Rejected:
        read = NumberField.read(self, number, today)
        parted = isinstance(read, Taken) and isinstance(read.value, Decimal) and read.value % 1
        return Rejected("count_whole", {"raw": number.strip()}) if parted else read


_NONE = frozenset({"off", "none", "no", "never", "不用", "不要", "不发", "不需要", "关", "关闭", "无", "没有"})
_COUNTED = re.compile(
    r"(?:at most|no more than|up to|top|the first|first|after|from|最多|不超过|至少|前|满|连续|每周|每周最多)? ?"
    r"(?P<number>[0-9]+|[零〇一二两三四五六七八九十百]+) ?"
    rf"(?:messages?|times?|places?|people|persons|values?|misses|{MEASURE})?"
    r"(?:消息|人|名次)?(?: (?:a|per|each) week| in a row|以上|起|/周|每周|一周)?"
)
"""The number, with the words that are said with it."""
