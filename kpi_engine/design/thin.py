"""Whether a goal says enough to find KPIs for it."""

from __future__ import annotations

import re

from kpi_engine.design.words import fold

_WORD = re.compile(r"[^\W\d_\u4e00-\u9fff]{2,}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_WORDS, _CHARACTERS = 2, 3
"""With fewer words, or Chinese characters, it is a number or a direction: "12", "20 万", "Growth", "增长"."""


def is_thin(goal: str) -> bool:
    """Whether it names at most one thing, and so not what is to become of what."""
    folded = fold(goal)
    return len(_WORD.findall(folded)) / _WORDS + len(_CHINESE.findall(folded)) / _CHARACTERS < 1
