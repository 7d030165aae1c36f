"""What can be typed in place of pressing a dialog's buttons, in whatever language one reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from conversations.view import Act

ACT_WORDS: Mapping[str, Act] = MappingProxyType(
    {
        "back": Act.BACK,
        "返回": Act.BACK,
        "上一步": Act.BACK,
        "skip": Act.SKIP,
        "跳过": Act.SKIP,
        "cancel": Act.CANCEL,
        "取消": Act.CANCEL,
        "continue": Act.SHOW,
        "继续": Act.SHOW,
    }
)
"""The words that are acts."""


def act_word(text: str) -> Act | None:
    """The act that the words stand for: `back`, `跳过`."""
    return ACT_WORDS.get(" ".join(text.casefold().split()))


def handed_to(text: str) -> str:
    """The name in `hand over to Tom`, or nothing."""
    found = _HAND_OVER.fullmatch(" ".join(text.split()))
    return found["name"] if found else ""


_HAND_OVER = re.compile(r"(?:hand over to |转交给?) *@?(?P<name>.+)", re.IGNORECASE)
