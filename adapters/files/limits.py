"""How much of a file is read: a scorecard is small, and what is larger is not one."""

from __future__ import annotations

from adapters.files.unreadable import Unreadable
from conversations.event import LARGEST_FILE

MOST_BYTES = LARGEST_FILE
"""Of the file as it was sent."""
MOST_UNPACKED = 50_000_000
"""Of all that is packed in a workbook: a few kilobytes can hold gigabytes."""
MOST_ROWS = 10_000
MOST_COLUMNS = 400
"""A year of days across, and what stands before them."""
MOST_SHEETS = 100
MOST_CHARACTERS = 10_000
"""In one cell."""


def check_cell(text: str) -> str:
    """The text of a cell; Unreadable("cell_too_long", limit)."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable("cell_too_long", limit=MOST_CHARACTERS)
    return text
