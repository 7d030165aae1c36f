"""A link as a QR code: black on white whatever the look, for the camera of another device."""

from __future__ import annotations

import segno

_FREE = 4
"""Modules around it, as ISO/IEC 18004 wants them."""


def qr(link: str) -> str:
    """The SVG; it is as large as whoever shows it wants."""
    code = segno.make(link, error="m", micro=False)
    return code.svg_inline(border=_FREE, dark="#000", light="#fff", omitsize=True)
