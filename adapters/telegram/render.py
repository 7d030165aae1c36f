"""View → what is sent: texts, rich messages, pictures and files, the last of them with the buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import TypeAlias

from adapters.telegram import form as forms
from adapters.telegram.chart import caption, folded, numbers
from adapters.telegram.keyboard import Rows, key, rows
from adapters.telegram.limits import CAPTION, TEXT
from adapters.telegram.rich import rich
from adapters.telegram.table import table
from adapters.telegram.text import Line, joined, line, lines, packed
from conversations.view import Block, Chart, Document, Fields, Form, Message, Picture, QrCode, Table, Text, Tone, View


@dataclass(frozen=True, slots=True)
class Html:
    """A text in Telegram's HTML."""

    html: str
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Rich:
    """A rich message, and the texts in its place where the server knows none."""

    html: str
    otherwise: tuple[Html, ...]
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture with a caption."""

    of: Chart | Table | QrCode
    caption: str
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file to be taken away."""

    document: Document
    rows: Rows = ()


Part: TypeAlias = Html | Rich | Photo | File

SIGNS = {Tone.PLAIN: "", Tone.SUCCESS: "✅", Tone.WARNING: "⚠️", Tone.REFUSAL: forms.WRONG}
_EMPTY = "…"
"""Stands where there are only buttons: Telegram has no message without words."""


def drawn(view: View, page: int = 0) -> tuple[Part, ...]:
    """What is sent for the view, in order, a form at that page of its options; `only_you` is for whoever sends it."""
    match view:
        case Message():
            return _with_rows(_message(view), rows([key(button) for button in view.buttons]))
        case Form():
            return _with_rows(_form(view, page), forms.keys(view, page))


def _message(message: Message) -> list[Part]:
    sign = SIGNS[message.tone]
    groups = groupby(message.blocks, key=lambda block: isinstance(block, Text | Fields | Table))
    parts = list(
        chain.from_iterable(_group(list(blocks), sign if n == 0 else "") for n, (_, blocks) in enumerate(groups))
    )
    return parts or [Html(sign or _EMPTY)]


def _form(form: Form, page: int) -> list[Part]:
    """The question last, under what introduces it: one message, so that it can go as one."""
    head, asked = forms.head(form), forms.question(form, page)
    if all(isinstance(block, Text | Fields | Table) for block in form.intro):
        return _in_one(head, form.intro, asked)
    return [*_texts([head]), *_message(Message(form.intro)), *_texts(asked)]


def _in_one(head: Line, intro: Sequence[Block], asked: Sequence[Line]) -> list[Part]:
    worded = [block for block in intro if isinstance(block, Text | Fields | Table)]
    texts = tuple(_texts([head, *chain.from_iterable(map(_words, worded)), Line("", 0), *asked]))
    html = rich(worded, "", before=[head], after=asked)
    return [Rich(html, texts)] if html else list(texts)


def _group(blocks: Sequence[Block], sign: str) -> Iterator[Part]:
    worded = [block for block in blocks if isinstance(block, Text | Fields | Table)]
    texts = tuple(_texts(_signed(sign, chain.from_iterable(_apart(_words(block) for block in worded)))))
    html = rich(worded, sign)
    yield from [Rich(html, texts)] if html else texts
    for block in blocks:
        yield from _shown(block)


def _shown(block: Block) -> Iterator[Part]:
    """What is no text."""
    match block:
        case Chart() | Picture(of=Chart()):
            of = block.of if isinstance(block, Picture) else block
            assert isinstance(of, Chart)
            yield from _chart(of)
        case Picture(name=name, of=of):
            yield Photo(of, line(name, "b", CAPTION).html)
        case Document():
            yield File(block)
        case QrCode(link=link):
            yield Photo(block, line(link, most=CAPTION).html)
        case Text() | Fields() | Table():
            pass


def _chart(of: Chart) -> Iterator[Part]:
    """The picture, with the numbers folded under it, or below where they are too many for a caption."""
    if not of.series:
        yield from _texts([caption(of)])
        return
    title, rows = caption(of), numbers(of)
    together = list(packed([title, folded(rows)], CAPTION))
    yield Photo(of, together[0] if len(together) == 1 else title.html)
    if len(together) > 1:
        yield from _texts(rows)


def _words(block: Block) -> list[Line]:
    match block:
        case Text(html=html):
            return lines(html)
        case Fields(pairs=pairs):
            return [joined((line(f"{label}:"), line(value, "b"))) for label, value in pairs]
        case Table():
            return table(block)
        case Chart() | Picture() | Document() | QrCode():
            return []


def _apart(groups: Iterator[list[Line]]) -> Iterator[list[Line]]:
    """An empty line between blocks."""
    for n, group in enumerate(groups):
        yield [Line("", 0), *group] if n else group


def _signed(sign: str, words: Iterator[Line]) -> Iterator[Line]:
    first = next(words, None)
    if first:
        yield joined((line(sign), first)) if sign else first
    yield from words


def _texts(words: Iterator[Line] | Sequence[Line]) -> Iterator[Html]:
    return map(Html, packed(words, TEXT))


def _with_rows(parts: Sequence[Part], keys: Rows) -> tuple[Part, ...]:
    """The buttons stand under the last of them."""
    return (*parts[:-1], replace(parts[-1], rows=keys)) if keys else tuple(parts)
