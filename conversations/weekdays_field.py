"""The question for days of the week: `Mon to Sat`, `周一到周五`, or one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conversations.choice_fields import ManyField, begun_option


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdaysField(ManyField):
    """Days of the week; from one to another all of those between them."""

    def _parts(self, raw: str) -> Sequence[str]:
        return self._between(raw) or ManyField._parts(self, raw)

    def _between(self, raw: str) -> Sequence[str]:
        found = _SPAN.fullmatch(" ".join(raw.split()))
        ends = [begun_option(word, self.options) for word in found.groups()] if found else []
        values = [option.value for option in self.options]
        at = [values.index(end.value) for end in ends if end]
        return values[at[0] : at[1] + 1] if len(at) == 2 else ()


_SPAN = re.compile(r"([^\s,，、–—-]+?) ?(?:[-–—到至]| to | until ) ?([^\s,，、–—-]+)")
