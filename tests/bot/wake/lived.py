"""A stage on which days pass: the clock ticks, what is due arrives on a platform, and people answer it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from adapters.base import Who
from conversations.view import View
from tests.bot.wake.days import PLATFORM, Days
from tests.stage import RealStage

LONGEST = 60
"""Characters of a message that stand in the list of those that arrived."""


class LivedStage(RealStage):
    """Under `-- until 2026-10-01 09:00 --` stands all that anybody was written meanwhile, by their own clocks.

    `bot -> Sam:` shows what arrived last, so that its buttons can be pressed. Under a moment alone nothing happens until
    then: the bot was away, or the clock was set.
    """

    def __init__(self, url: str, days: Days, people: Mapping[str, str]) -> None:
        """`people` are the accounts by the names that they have in the chat."""
        super().__init__(url, tuple(people))
        self.days, self.now = days, days.now
        self._accounts = people
        self._told = 0

    def who(self, person: str) -> Who:
        return Who(PLATFORM, "T1", self._accounts[person], person)

    def unasked(self, person: str) -> Sequence[View]:
        return self._seen(person, [each.message for each in self.days.posted(self._accounts[person])][-1:])

    def set_now(self, now: datetime) -> None:
        super().set_now(now)
        self.days.jump(self.now - self.days.now)

    def happens(self, direction: str) -> str | None:
        """`until` a moment, or `Sam blocks the bot` and is back again by `Sam unblocks it`."""
        name, _, what = direction.partition(" ")
        match name, what:
            case "until", moment:
                super().set_now(datetime.fromisoformat(moment))
                self.days.until(self.now)
                return self._arrived()
            case who, "blocks the bot":
                self.days.blocked.add(self._accounts[who])
            case who, "unblocks it":
                self.days.blocked.remove(self._accounts[who])
            case _:
                return None
        return ""

    def _arrived(self) -> str:
        """What everybody was written since this was last told."""
        names = {account: name for name, account in self._accounts.items()}
        new = self.days.sent[self._told :]
        self._told = len(self.days.sent)
        return "\n".join(each.line(LONGEST, names.get(each.name, each.name)) for each in new)
