"""What holds between the blocks of one message or view (Slack's pages; platform limits that no type tells)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

Json: TypeAlias = Any

BLOCKS_OF_MESSAGE = 50
LONGEST_TEXT = 4000
"""Of the `text` beside blocks: what is longer may be cut by clients."""
LONGEST_BLOCKS = 13_200
"""Characters in all blocks of a message: from there on `msg_blocks_too_long` was seen (github slackapi/bolt-js#2509)."""
LARGEST_VIEW = 250_000
TABLE_CHARACTERS = 10_000
IN_MESSAGES_ONLY = ("table", "data_table", "markdown", "context_actions", "plan", "task_card")
IN_VIEWS_ONLY = ("input", "alert")
AT_MOST = {"table or data_table": (("table", "data_table"), 1), "data_visualization": (("data_visualization",), 2)}


def faults_of_message(message: Mapping[str, Json]) -> Iterator[str]:
    """What is wrong with a message as a whole."""
    blocks = message.get("blocks") or []
    text = message.get("text") or ""
    if blocks and not text.strip():
        yield "text: empty beside blocks, which is all that a notification and a screen reader have"
    if len(text) > LONGEST_TEXT:
        yield f"text: {len(text)} characters"
    if len(blocks) > BLOCKS_OF_MESSAGE:
        yield f"blocks: {len(blocks)} in a message"
    if (length := sum(map(len, _strings(blocks)))) > LONGEST_BLOCKS:
        yield f"blocks: {length} characters in all"
    for name, (types, most) in AT_MOST.items():
        if sum(block.get("type") in types for block in blocks) > most:
            yield f"blocks: more than {most} {name}"
    yield from _misplaced(blocks, IN_VIEWS_ONLY, "a message")
    yield from _faults_of_blocks(blocks)


def faults_of_view(view: Mapping[str, Json]) -> Iterator[str]:
    """What is wrong with a modal or a home tab as a whole."""
    blocks = view.get("blocks") or []
    if view.get("type") == "modal" and _of_type(blocks, "input") and not view.get("submit"):
        yield "submit: missing where there is something to put in"
    if sum(map(len, _strings(view))) > LARGEST_VIEW:
        yield "view: too large"
    yield from _misplaced(blocks, IN_MESSAGES_ONLY, "a view")
    yield from _faults_of_blocks(blocks)


def _faults_of_blocks(blocks: Sequence[Json]) -> Iterator[str]:
    for id, count in Counter(block["block_id"] for block in blocks if block.get("block_id")).items():
        if count > 1:
            yield f"block_id: {id} is there {count} times"
    for number, block in enumerate(blocks):
        yield from (f"blocks/{number}: {fault}" for fault in _faults_of_block(block))


def _faults_of_block(block: Json) -> Iterator[str]:
    elements = [*block.get("elements", ()), *filter(None, (block.get("accessory"), block.get("element")))]
    ids = Counter(element["action_id"] for element in elements if element.get("action_id"))
    if any(count > 1 for count in ids.values()):
        yield "action_id: the same twice in one block"
    if block.get("type") == "section" and not (block.get("text") or block.get("fields")):
        yield "neither text nor fields"
    if block.get("type") in ("table", "data_table"):
        yield from _faults_of_table(block["rows"])
    for element in elements:
        yield from _faults_of_choice(element)


def _faults_of_table(rows: Sequence[Sequence[Json]]) -> Iterator[str]:
    if len({len(row) for row in rows}) > 1:
        yield "rows: not all of the same length"
    if sum(map(len, _strings(rows))) > TABLE_CHARACTERS:
        yield "rows: too many characters"


def _faults_of_choice(element: Json) -> Iterator[str]:
    groups = element.get("option_groups") or ()
    options = [*(element.get("options") or ()), *(option for group in groups for option in group["options"])]
    if element.get("options") and groups:
        yield "both options and option_groups"
    values = Counter(option["value"] for option in options)
    if any(count > 1 for count in values.values()):
        yield "options: the same value twice"
    first = [*(element.get("initial_options") or ()), *filter(None, (element.get("initial_option"),))]
    if any(option not in options for option in first):
        yield "initial option: not among the options"


def _misplaced(blocks: Sequence[Json], types: Sequence[str], where: str) -> Iterator[str]:
    yield from (f"{block['type']}: not in {where}" for block in blocks if block.get("type") in types)


def _of_type(blocks: Sequence[Json], type: str) -> bool:
    return any(block.get("type") == type for block in blocks)


def _strings(value: Json) -> Iterator[str]:
    """Everything in it that is there to be read or sent back."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _strings(each)
        case dict():
            for key, each in value.items():
                if key not in ("type", "block_id", "action_id"):
                    yield from _strings(each)
        case _:
            pass
