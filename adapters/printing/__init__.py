"""A report in print → PDF, by typst and the font of the pictures: A4, heads on every page of a table, page numbers.

What people typed goes in as data and never into typst's language.
"""

from __future__ import annotations

import json
from pathlib import Path

import typst

from adapters.picture.png import fonts
from adapters.printing.data import plain
from conversations.view import Printed

_SOURCE = (Path(__file__).parent / "report.typ").read_bytes()


def pdf(report: Printed) -> bytes:
    """The pages."""
    drawn = typst.compile(_SOURCE, format="pdf", sys_inputs={"data": json.dumps(plain(report))}, font_paths=fonts())
    assert isinstance(drawn, bytes)
    return drawn
