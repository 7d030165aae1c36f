"""The words that stand behind a number of things in Chinese: 十二家, 36条, 250人次."""

from __future__ import annotations

MEASURE_WORDS = ("人次", *"个家次条名位人件单笔项份台套场起通封张篇户批")
"""Whatever is counted may be counted with any of them, 拜访十二家 where 次 are counted. The longest first."""
MEASURE = f"(?:{'|'.join(MEASURE_WORDS)})"
"""One of them, as a pattern."""
SPELT = "[零〇一二两三四五六七八九十百千万亿点]"
"""A character of a number that is spelt, as a pattern."""
