"""A message whose figures are wanted as a file."""

from __future__ import annotations

from dataclasses import replace

from conversations.texts import Texts
from conversations.view import Block, Chart, Message, Picture, Table
from kpi_engine.calendar.period import Period


def pictured(texts: Texts, message: Message, about: str, period: Period) -> Message:
    """The message with its chart, or where it has none its first table, as a picture called by what it is about."""
    name = texts.plain("chart.picture", about=about, period=period)
    figures = [block for block in message.blocks if isinstance(block, Chart | Table)]
    wanted = next((block for block in figures if isinstance(block, Chart)), next(iter(figures), None))
    return replace(message, blocks=tuple(_drawn(block, name) if block is wanted else block for block in message.blocks))


def _drawn(block: Block, name: str) -> Block:
    match block:
        case Chart():
            return Picture(name, block)
        case Table():
            return Picture(name, replace(block, caption=name))
        case _:
            return block
