"""A link as a QR code: dark on white in every look, or cameras do not read it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import segno
from markupsafe import Markup

from adapters.picture.look import LIGHT
from adapters.picture.svg import EDGE, WIDTH, element, page
from conversations.view import QrCode

_DARK, _WHITE = "#000000", "#ffffff"
_QUIET = 4
"""Modules that stay free on every side, as ISO/IEC 18004 wants it."""


def qr(of: QrCode) -> str:
    """The code, as wide as every picture."""
    rows = [bytes(row) for row in segno.make_qr(of.content, error="m").matrix]
    side = (WIDTH - 2 * EDGE) / (len(rows) + 2 * _QUIET)
    parts = [part for y, row in enumerate(rows) for part in _row(row, y, side)]
    return page(WIDTH, parts, replace(LIGHT, page=_WHITE))


def _row(row: bytes, y: int, side: float) -> list[Markup]:
    """A bar for each run of dark modules."""
    bars, x = [], 0
    for dark, run in groupby(row):
        width = len(list(run))
        if dark:
            left, top = (EDGE + (at + _QUIET) * side for at in (x, y))
            bars.append(element("rect", x=left, y=top, width=width * side + 0.2, height=side + 0.2, fill=_DARK))
        x += width
    return bars
