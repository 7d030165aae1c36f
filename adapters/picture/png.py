"""SVG → PNG, by typst: one wheel, no browser, fonts of our own.

What people typed goes in as data and never into typst's language. Releases the interpreter while it draws, so that it
may run in threads.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import typst

from adapters.picture.svg import FONT, WIDTH

FOLDER = Path(__file__).parent / "fonts"
TWICE = 144.0
"""Points per inch: two pixels for each unit."""
_SOURCE = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    f'#set text(font: "{FONT}")\n'
    f'#image(bytes(sys.inputs.svg), format: "svg", width: {WIDTH}pt)'
).encode()


def png(svg: str) -> bytes:
    """The picture, twice as many pixels wide as it has units."""
    drawn = typst.compile(_SOURCE, format="png", ppi=TWICE, sys_inputs={"svg": svg}, font_paths=fonts())
    assert isinstance(drawn, bytes)
    return drawn


@cache
def fonts() -> typst.Fonts:
    """Read once: reading them takes longer than drawing."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
