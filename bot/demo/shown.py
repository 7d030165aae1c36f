"""What the made-up company's people are shown: to be held against what a platform takes."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.base import LOCAL, Who
from bot.demo.start import demo_bot
from conversations.event import Said
from conversations.view import View

PEOPLE = ("Lin Haoran", "张玥")
"""One who reads English, and one who reads Chinese."""
TYPED = ("", "report", "why", "chart", "leaderboard", "check", "plan", "actual", "settings", "help")
"""Behind /kpi: tables, charts, long lists, buttons and forms."""


def shown() -> Sequence[View]:
    """All that they are shown for this, in order; it takes some seconds."""
    with demo_bot() as bot:
        lines = [(Who(LOCAL, "", name, name), Said(f"/kpi {words}")) for name in PEOPLE for words in TYPED]
        return [view for who, said in lines for view in bot.hear(who, said)]
