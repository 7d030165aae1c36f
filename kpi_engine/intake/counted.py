"""The words that stand behind a number of things in Chinese: 十二家, 36条, 250人次."""

from __future__ import annotations

import re

from kpi_engine.model.kpi import Unit

MEASURE_WORDS = ("人次", *"个家次条名位人件单笔项份台套场起通封张篇户批")
"""Whatever is counted may be counted with any of them, 拜访十二家 where 次 are counted. The longest first."""
MEASURE = f"(?:{'|'.join(MEASURE_WORDS)})"
"""One of them, as a pattern."""
SPELT = "[零〇一二两三四五六七八九十百千万亿点]"
"""A character of a number that is spelt, as a pattern."""


def counts_something_else(number: str, unit: Unit) -> bool:
    """Whether the word behind a number is not that of the unit: 3单 where 次 are counted, but not 3个 of anything."""
    found = re.search(rf"{MEASURE}$", number)
    return found is not None and found[0] not in ("个", unit.label.zh, unit.label.en)
