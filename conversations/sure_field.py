"""The question which of some values is right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from conversations.choice_fields import find_option
from conversations.fields import Rejected, Taken
from conversations.value_field import ValueField
from conversations.view import QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SureField(ValueField):
    """The question which of some values is right: one of the options, by its number too, or another value."""

    kind = QuestionKind.CHOICE

    def read(self, raw: str, today: date) -> Taken | Rejected:
        if len(self.options) > 1 and _says_right(" ".join(raw.split())):
            return Rejected("sure_which", {"options": tuple(option.label for option in self.options)})
        return super(SureField, self).read(raw, today)

    def _chosen(self, typed: str) -> str:
        if _says_right(typed):
            return self.options[0].value
        meant = without_no(typed)
        found = find_option(meant, self.options)
        return found.value if found else meant


def _says_right(typed: str) -> bool:
    return typed.casefold().rstrip("!.。！") in _RIGHT


def without_no(typed: str) -> str:
    """What was said without that it was wrong before: of `no wait, 15` and `不对，15` the number."""
    return _NO.sub("", typed)


_NO = re.compile(
    r"^(?:(?:(?:no|nope|sorry|oops|wait|i meant?|it(?:'s| is| was| should be))\b"
    r"|不对|不是|[打填输写]?错了|抱歉|不好意思|我是说|应该是|是(?=\s*[-+¥$€£0-9]))"
    r"[\s,，:：.。]*)+(?=.)",
    re.IGNORECASE,
)
"""Said before the value that is right."""
_RIGHT = frozenset({"yes", "y", "ok", "right", "correct", "sure", "是", "是的", "对", "对的", "没错", "正确", "确认"})
"""That the value is right: as it was said, where nothing else was offered; else it may mean either."""
