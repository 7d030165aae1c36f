"""The question for days of the week: `Mon to Sat`, `周一到周五`, or one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from conversations.choice_fields import ManyField, begun_option
from conversations.fields import Rejected, Taken


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdaysField(ManyField):
    """Days of the week; from one to another all of those between them. 双休 is Monday to Friday, 单休 to Saturday."""

    def read(self, raw: str, today: date) -> Taken | Rejected:
        if _ALTERNATE.search(raw):
            return Rejected("weeks_alternate")
        return ManyField.read(self, _WEEKS.get(raw.strip(), raw), today)

    def _parts(self, raw: str) -> Sequence[str]:
        return self._between(raw) or ManyField._parts(self, raw)

    def _between(self, raw: str) -> Sequence[str]:
        found = _SPAN.fullmatch(" ".join(raw.split()))
        ends = [begun_option(word, self.options) for word in found.groups()] if found else []
        values = [option.value for option in self.options]
        at = [values.index(end.value) for end in ends if end]
        return values[at[0] : at[1] + 1] if len(at) == 2 else ()


_ALTERNATE = re.compile("单双休|大小周|大小休|隔周|隔周六|alternat|every (?:other|second)", re.IGNORECASE)
"""One Saturday yes and the next one no; no calendar here has that."""
_WEEKS = {"双休": "周一到周五", "单休": "周一到周六"}
_SPAN = re.compile(r"([^\s,，、–—-]+?) ?(?:[-–—到至]| to | until ) ?([^\s,，、–—-]+)")
