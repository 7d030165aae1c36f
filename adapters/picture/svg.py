"""SVG as text: elements, shapes of a standing, and words cut to the room there is.

SVG measures no text, so widths are told from the kind of each character; the font is ours, so they hold.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from markupsafe import Markup, escape
from wcwidth import wcwidth

from adapters.picture.look import Look
from conversations.view import Mark

WIDTH = 640
EDGE = 24
"""Free on every side."""
FONT = "Noto Sans SC"

Point: TypeAlias = tuple[float, float]

_HAIR = 0.1
"""Sums of widths differ by less."""
_WIDE, _BROAD, _CAPITAL, _OTHER, _NARROW = 1.0, 0.92, 0.64, 0.56, 0.3
_BROAD_ONES = frozenset("%mwMW@&")
_NARROW_ONES = frozenset(" .,:;'|!ijlIft()[]·/")
_BARRED = {"Cc", "Cs", "Cn", "Cf"}
"""Kinds of characters that no SVG may hold, or that steer the line: controls, half and unknown ones, turns."""


def element(name: str, *inside: Markup, **attributes: object) -> Markup:
    """An element; `stroke_width=2` is written `stroke-width="2"`, numbers with one decimal at most."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _written(value))
        for key, value in attributes.items()
    )
    if not inside:
        return Markup("<{}{}/>").format(name, written)
    return Markup("<{0}{1}>{2}</{0}>").format(name, written, Markup("").join(inside))


def page(height: float, parts: Iterable[Markup], look: Look) -> str:
    """The whole picture, in lines that can be compared."""
    ground = element("rect", width=WIDTH, height=height, fill=look.page)
    head = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" font-family="{}">').format(
        WIDTH, _written(height), FONT
    )
    return "\n".join([head, ground, *parts, "</svg>"]) + "\n"


def words(text: str, at: Point, size: int, fill: str, *, width: float = 1e6, anchor: str = "start") -> Markup:
    """One line of plain text; cut with … where it is wider than that."""
    return element("text", escape(cut(text, size, width)), x=at[0], y=at[1], font_size=size, fill=fill, **_side(anchor))


def over(text: str, at: Point, size: int, look: Look) -> Markup:
    """The same around a point over lines, which are kept away from it."""
    middle = min(max(at[0], EDGE + measure(text, size) / 2), WIDTH - EDGE - measure(text, size) / 2)
    around = {"stroke": look.page, "stroke_width": 5, "stroke_linejoin": "round", "paint_order": "stroke"}
    return element(
        "text", escape(text), x=middle, y=at[1], font_size=size, fill=look.ink, text_anchor="middle", **around
    )


def line(points: Sequence[Point], stroke: str, width: float, dash: str = "", opacity: float = 1) -> Markup:
    """A line through the points; a lone one is a dot."""
    if len(points) == 1:
        return element("circle", cx=points[0][0], cy=points[0][1], r=width * 1.6, fill=stroke)
    look = {"stroke_dasharray": dash} if dash else {}
    look |= {"stroke_opacity": str(opacity)} if opacity < 1 else {}
    return element("polyline", points=_run(points), fill="none", stroke=stroke, stroke_width=width, **look)


def area(points: Sequence[Point], fill: str, opacity: float) -> Markup:
    """What the points enclose."""
    return element("polygon", points=_run(points), fill=fill, fill_opacity=opacity)


def standing(mark: Mark, at: Point, size: float, look: Look) -> Markup:
    """▲ ● ▼ with its left edge there, in a square of that size."""
    x, y = at
    half = size / 2
    match mark:
        case Mark.GOOD:
            return area([(x, y + half), (x + size, y + half), (x + half, y - half)], look.good, 1)
        case Mark.FAIR:
            return element("circle", cx=x + half, cy=y, r=half * 0.9, fill=look.fair)
        case Mark.POOR:
            return area([(x, y - half), (x + size, y - half), (x + half, y + half)], look.poor, 1)
        case Mark.NONE:
            return Markup("")


def measure(text: str, size: int) -> float:
    """About how wide the text is."""
    return sum(map(_em, clean(text))) * size


def cut(text: str, size: int, width: float) -> str:
    """The text, ending in … where it was wider than that."""
    text = clean(text)
    if measure(text, size) <= width + _HAIR:
        return text
    room, kept = width / size - _WIDE, ""
    for char in text:
        room -= _em(char)
        if room < 0:
            break
        kept += char
    return f"{kept.rstrip()}…"


def clean(text: str) -> str:
    """Somebody's words on one line, without what steers it."""
    flat = " ".join(text.split())
    return "".join(char for char in flat if unicodedata.category(char) not in _BARRED)


def _em(char: str) -> float:
    columns = wcwidth(char)
    if columns != 1:
        return _WIDE * max(columns, 0) / 2
    if char in _NARROW_ONES:
        return _NARROW
    if char in _BROAD_ONES:
        return _BROAD
    return _CAPITAL if char.isupper() else _OTHER


def _side(anchor: str) -> dict[str, str]:
    return {} if anchor == "start" else {"text_anchor": anchor}


def _run(points: Sequence[Point]) -> str:
    return " ".join(f"{_written(x)},{_written(y)}" for x, y in points)


def _written(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
