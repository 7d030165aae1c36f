"""From when on a target holds, or for which period alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conversations.ask import Ask
from conversations.cards.target import ONLY, AgreedTarget
from conversations.fields import Field, Rejected, Taken
from conversations.forms import choice, form
from conversations.view import Block, Option
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.start import read_start_period
from kpi_engine.calendar.words import write_period


@form
class TargetWhen:
    """From when on, or for which period."""

    when: str = choice(own=True)


@dataclass(frozen=True, slots=True)
class When:
    """The first period, and whether it is the only one."""

    cycle: Period
    only: bool


def apart(ask: Ask, agreed: AgreedTarget, field: Field, typed: str) -> tuple[str, str]:
    """Of `15 from December` the target and from when on it holds; without such an end all of it is the target.

    So of `next month to 15`, `下个月改成15` and `change to 15 from December`.
    """
    typed = _value_first(ask, agreed, typed)
    if isinstance(field.read(typed, ask.today), Taken):
        return typed, ""
    ends = (found.start() for found in _BETWEEN.finditer(typed))
    for value, when in ((typed[:end].strip(" ,，"), typed[end:].strip(" ,，")) for end in ends):
        found = _read(ask, agreed, when) if value and _NAMED.search(when) else None
        if found and isinstance(field.read(value, ask.today), Taken):
            return value, _written(found)
    return typed, ""


def chosen_when(ask: Ask, agreed: AgreedTarget, typed: str) -> When:
    """This period or the next, from it on or it alone; or from any other day on. `typed` stood behind the target."""
    only = [Option(ONLY + write_period(one), ask.texts.plain("target.only", period=one)) for one in _near(agreed)]
    return _asked(ask, agreed, [*_from_on(ask, agreed), *only], (), typed)


def from_when(ask: Ask, agreed: AgreedTarget, intro: Sequence[Block]) -> Period:
    """From which period on, for what cannot be so for one alone."""
    return _asked(ask, agreed, _from_on(ask, agreed), intro).cycle


def _value_first(ask: Ask, agreed: AgreedTarget, typed: str) -> str:
    """The target and behind it from when on it holds, where it is said the other way round."""
    said = _TO.fullmatch(typed)
    if said is None:
        return typed
    when = said["when"].strip(" ,，")
    if when and not (_NAMED.search(when) and _read(ask, agreed, when)):
        return typed
    return f"{said['new']} {when}".strip()


_TO = re.compile(
    r"(?P<when>.*?)\s*(?:的?目标|\btarget\b)?\s*"
    r"(?:(?:改|调|调整|提高|降低|降|升|定|设)[成为到]|(?:\b(?:change|set|raise|lower)\s+)?(?:\bit\s+)?\bto\b)\s*(?P<new>.+)",
    re.IGNORECASE,
)
"""`to` before the new target, and what may stand before that."""
_BETWEEN = re.compile(r"[\s,，]+|(?=[从自仅只])")
"""Where the target may end."""
_NAMED = re.compile(r"[^\W\d_]|[0-9]{4}[-/.][0-9]")
"""A number alone is no period."""
_ONLY = re.compile(r"^(?:only\b(?:\s+(?:for|in)\b)?|仅限?|只(?:有|限|改)?)\s*")


def _asked(ask: Ask, agreed: AgreedTarget, options: Sequence[Option], intro: Sequence[Block], typed: str = "") -> When:
    def unread(given: TargetWhen) -> Rejected | None:
        return None if _read(ask, agreed, given.when) else Rejected("when_unread", {"raw": given.when})

    key, given = f"target_when:kpi{agreed.version.kpi.id}", {"when": typed} if typed else {}
    said = ask(TargetWhen, key, options={"when": options}, check=unread, intro=intro, given=given).when
    found = _read(ask, agreed, said)
    assert found is not None
    return found


def _near(agreed: AgreedTarget) -> tuple[Period, Period]:
    return agreed.cycle, agreed.cycle.next()


def _from_on(ask: Ask, agreed: AgreedTarget) -> list[Option]:
    return [Option(write_period(one), ask.texts.plain("target.from_on", period=one)) for one in _near(agreed)]


def _read(ask: Ask, agreed: AgreedTarget, said: str) -> When | None:
    calendar = ask.know.company().calendar
    period = _ONLY.sub("", said)
    found = read_start_period(period, ask.today, calendar.year_start)
    return When(calendar.holding(found.start, agreed.cycle.kind), period != said) if found else None


def _written(when: When) -> str:
    """As it reads the same on any later day."""
    return (ONLY if when.only else "") + write_period(when.cycle)
