"""What this process sends over its platforms, counted lane by lane; and a bell for whoever waits for work."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from adapters.base import Who, group_of
from adapters.part import Pace
from bot.post.limits import Limits


class Traffic:
    """The limits of every lane; answers are counted here too, so that posts yield to them."""

    def __init__(self) -> None:
        self.paces: Mapping[str, Pace] = {}
        """By platform; Pace() where none is named."""
        self.bell = asyncio.Event()
        """Rung when something may have to be sent."""
        self._lanes: dict[tuple[str, str], Limits] = {}

    def lane(self, platform: str, workspace: str) -> Limits:
        """The limits of the lane, as far as they are used up."""
        found = self._lanes.get((platform, workspace))
        if found is None:
            found = self._lanes[platform, workspace] = Limits(self.paces.get(platform, Pace()))
        return found

    def answered(self, who: Who, messages: int) -> None:
        """So many messages go at once to who did something; what they did may have made others be written to."""
        lane, now = self.lane(who.platform, who.workspace), asyncio.get_running_loop().time()
        chat = group_of(who.channel) or who.user
        for _ in range(messages):
            lane.note(chat, now, shared=bool(who.channel))
        self.bell.set()
