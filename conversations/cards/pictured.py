"""A message whose figures are wanted as a file."""

from __future__ import annotations

from dataclasses import replace

from conversations.texts import Texts
from conversations.view import Block, Chart, Message, Picture, Table
from kpi_engine.calendar.period import Period


def pictured(texts: Texts, message: Message, about: str, period: Period) -> Message:
    """The message with its chart, or where it has none its first table, as a picture called by what it is about."""
    name, wanted = _name(texts, about, period), _figure(message)
    return replace(message, blocks=tuple(_drawn(block, name) if block is wanted else block for block in message.blocks))


def with_picture(texts: Texts, message: Message, about: str, period: Period) -> Message:
    """The message with a picture of that figure below it."""
    figure = _figure(message)
    drawn = [_drawn(figure, _name(texts, about, period))] if figure else []
    return replace(message, blocks=(*message.blocks, *drawn))


def _name(texts: Texts, about: str, period: Period) -> str:
    return texts.plain("chart.picture", about=about, period=period)


def _figure(message: Message) -> Block | None:
    figures = [block for block in message.blocks if isinstance(block, Chart | Table)]
    return next((block for block in figures if isinstance(block, Chart)), next(iter(figures), None))


def _drawn(block: Block, name: str) -> Block:
    match block:
        case Chart():
            return Picture(name, block)
        case Table():
            return Picture(name, replace(block, caption=name))
        case _:
            return block
