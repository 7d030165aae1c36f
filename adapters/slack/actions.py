"""What a button does ↔ what Slack carries for us: the value of a button, of at most 2,000 characters."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import count

from adapters.slack.elements import Json, plain
from adapters.slack.limits import BUTTON, BUTTON_VALUE, BUTTONS
from conversations.view import Act, Action, Button, Run, Style, Turn

PRESSED = "press."
"""Begins the action_id of all our buttons, which Slack wants to be different in a block."""

STAYS = "stays."
"""Begins the block_id of buttons under a message that stays: what comes of them is said below it."""


def button_rows(buttons: Sequence[Button]) -> Iterator[Json]:
    """The buttons in blocks; one whose action Slack cannot carry is left out."""
    drawn = [_button(button, number) for number, button in zip(count(), buttons)]
    carried = [each for each in drawn if len(each["value"]) <= BUTTON_VALUE]
    for first in range(0, len(carried), BUTTONS):
        yield {"type": "actions", "elements": carried[first : first + BUTTONS]}


def staying(blocks: Sequence[Json]) -> list[Json]:
    """The same blocks in a message that no answer takes the place of."""
    return [
        {**block, "block_id": f"{STAYS}{place}"} if block["type"] == "actions" else block
        for place, block in enumerate(blocks)
    ]


def written(action: Action) -> str:
    """The action as text."""
    match action:
        case Run(words=words):
            return json.dumps([words], ensure_ascii=False)
        case Turn(run=run, turn=turn, act=act, key=key, value=value):
            return json.dumps([run, turn, act, key, value], ensure_ascii=False)


def read_action(value: str) -> Action:
    """The action that was written so; ValueError for what no button of ours carries."""
    match json.loads(value):
        case [str(words)]:
            return Run(words)
        case [str(run), int(turn), str(act), str(key), str(answer)]:
            return Turn(run, turn, Act(act), key, answer)
        case _:
            raise ValueError("no action of ours")


def _button(button: Button, number: int) -> Json:
    drawn = {
        "type": "button",
        "action_id": f"{PRESSED}{number}",
        "text": plain(button.label, BUTTON),
        "value": written(button.action),
    }
    match button.style:
        case Style.PLAIN:
            return drawn
        case Style.PRIMARY | Style.DANGER:
            return {**drawn, "style": button.style.value}
