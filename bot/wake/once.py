"""`kpi-bot tick`: what is due is planned once, and then the process ends; it is sent by whoever runs the platforms."""

from __future__ import annotations

from datetime import datetime

from bot import clock
from bot.opening import opened
from bot.settings import Misconfigured
from bot.wake.tick import begin, tick


def once(at: str) -> None:
    """Plans what is due now, or at that moment, and says how many people were looked at."""
    now = _moment(at) if at else clock.now()
    engine = opened()
    begin(engine, now)
    print(f"kpi-bot: {tick(engine, now)} looked at")
    engine.dispose()


def _moment(at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Misconfigured("--at: has to be a moment with its zone, such as 2026-11-30T16:00+08:00")
    return moment
