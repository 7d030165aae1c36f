"""`file` after a report, a chart or a leaderboard: the same with its figure as a picture."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.flows.finding import find_kpi

FILE = ("file", "png", "文件", "图片")


def without_file(ask: Ask, words: str) -> tuple[str, bool]:
    """What it is about, and whether a picture is wanted; a KPI may be called `audit file`."""
    about, _, last = words.rpartition(" ")
    as_file = last.casefold() in FILE and find_kpi(ask, words) is None
    return (about.strip(), True) if as_file else (words, False)
