"""Says what is wrong with a payload: by the types that Slack publishes, by its pages, and by slack_sdk's own checks.

`published/types.json` is made by `scripts/slack-types` out of npm's @slack/web-api, @slack/types and @slack/bolt, whose versions and
licences (MIT) stand in it. What one block must not do beside another is no matter of types, and is in `together.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from jsonschema import Draft201909Validator, ValidationError
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.adapters.slack.together import faults_of_message, faults_of_view

Json: TypeAlias = Any
TYPES = Path(__file__).parent / "published" / "types.json"
UNKNOWN_TO_SDK = ("data_table", "data_visualization")
"""Blocks that slack_sdk 3.47 has no model of."""


def faults_of_call(method: str, arguments: Mapping[str, Json]) -> list[str]:
    """What is wrong with the arguments of a Web API method."""
    # What is only laid before Slack is read out to nobody.
    content = {"text": "-", **arguments} if method == "blocks.validate" else arguments
    return [*_by_types(f"call_{method.replace('.', '_')}", arguments), *_by_content(content)]


def faults_of_answer(to: str, answer: Mapping[str, Json]) -> list[str]:
    """What is wrong with what an acknowledgement ("command", "view_submission") or a response_url ("respond") is given."""
    return [*_by_types(f"answer_{to}", answer), *_by_content(answer)]


def faults_of_heard(kind: str, payload: Mapping[str, Json]) -> list[str]:
    """What is wrong with what is made up here as coming from Slack."""
    return list(_by_types(f"heard_{kind}", payload))


def _by_types(name: str, payload: Json) -> Iterator[str]:
    if f"#/definitions/{name}" not in _names():
        yield f"{name}: nothing is known of it"
        return
    yield from map(_told, _validator(name).iter_errors(payload))


def _by_content(payload: Mapping[str, Json]) -> Iterator[str]:
    if "view" in payload:
        yield from faults_of_view(payload["view"])
        yield from _by_sdk(View(**payload["view"]))
    elif "blocks" in payload or "text" in payload:
        yield from faults_of_message(payload)
        known = [block for block in payload.get("blocks") or () if block.get("type") not in UNKNOWN_TO_SDK]
        for block in filter(None, Block.parse_all(known)):
            yield from _by_sdk(block)


def _by_sdk(model: Block | View) -> Iterator[str]:
    try:
        model.validate_json()
    except SlackObjectFormationError as error:
        yield f"slack_sdk: {error}"


def _told(error: ValidationError) -> str:
    """Of the branches of a union the fault in the one that was meant, whose `type` is right; of several the deepest."""
    while error.context:
        branches: dict[int | str, list[ValidationError]] = {}
        for each in error.context:
            branches.setdefault(each.schema_path[0], []).append(each)
        meant = [faults for faults in branches.values() if not any(_of_type(each) for each in faults)]
        faults = chain.from_iterable(meant or branches.values())
        error = max(faults, key=lambda each: len(each.absolute_path))
    return f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def _of_type(error: ValidationError) -> bool:
    return error.validator in ("const", "enum") and list(error.path)[-1:] == ["type"]


@cache
def _validator(name: str) -> Draft201909Validator:
    return Draft201909Validator({**_types(), "$ref": f"#/definitions/{name}"})


@cache
def _types() -> Mapping[str, Json]:
    types = json.loads(TYPES.read_text("utf-8"))
    assert isinstance(types, dict)
    return types


@cache
def _names() -> frozenset[str]:
    return frozenset(f"#/definitions/{name}" for name in _types()["definitions"])
