"""How much Slack takes of everything (docs.slack.dev/reference/block-kit), and words cut to it."""

from __future__ import annotations

from adapters.part import Pace

PACE = Pace(per_second=4, per_group_minute=60)
"""Slack takes "several hundred" messages a minute from an app in a workspace, and one a second in a channel."""
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_CHARACTERS = 12_000
"""In all blocks of a message: `msg_blocks_too_long` was seen from about 13,200 on."""
FALLBACK_TEXT = 3_000
"""The `text` beside blocks; clients may cut it at 4,000."""
PARAGRAPH = 3_000
HEADER = 150
LABEL = 2_000
TYPED = 3_000
"""What can be typed into a field, and what may stand in it to begin with."""
PLACEHOLDER = 150
TITLE = 24
"""Of a modal, and of its buttons."""
BUTTON = 75
BUTTON_VALUE = 2_000
BUTTONS = 25
"""In one block."""
OPTION = 75
OPTION_VALUE = 150
OPTIONS = 100
"""In one list; a list can be in as many groups."""
SEEN_OPTIONS = 10
"""That can be seen without opening a list: checkboxes and radio buttons."""
TABLE_ROWS = 100
TABLE_COLUMNS = 20
TABLE_CHARACTERS = 9_000
"""In one table: 10,000 are taken."""
CHART_TITLE = 50
CHART_NAME = 20
"""Of a series and of a label."""
CHART_SERIES = 6
CHART_POINTS = 20
CHARTS = 2
"""In one message; of tables there is one."""
PROMPTS = 4


def cut(text: str, most: int) -> str:
    """The text, ending in … where it is too long."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
