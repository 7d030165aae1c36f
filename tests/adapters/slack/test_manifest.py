"""The manifest is what Slack's own schema takes, and names what the bot listens to."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from adapters.slack.manifest import EVENTS, SCOPES, manifest_in
from kpi_engine.model.name import Language
from tests.adapters.slack.judge import TYPES

SCHEMA = json.loads((TYPES.parent / "manifest.schema.2.0.0.json").read_text("utf-8"))
LISTENERS = Path("adapters/slack")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("url", ["", "https://kpi.example/"])
def test_slack_takes_it(language: Language, url: str) -> None:
    made = manifest_in(language, url)
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(made)] == []
    assert json.loads(json.dumps(made)) == made


def test_the_schema_would_refuse_a_wrong_one() -> None:
    wrong = {**manifest_in(Language.EN), "features": {"slash_commands": [{"command": "kpi"}]}}
    assert list(Draft7Validator(SCHEMA).iter_errors(wrong))


def test_over_http_slack_is_told_where_to_go() -> None:
    told = json.dumps(manifest_in(Language.EN, "https://kpi.example/"))
    assert told.count("https://kpi.example/slack/events") == 3
    assert "https://kpi.example/slack/oauth_redirect" in told
    assert "https" not in json.dumps(manifest_in(Language.EN))


def test_every_event_that_is_listened_to_is_subscribed() -> None:
    code = "".join(path.read_text("utf-8") for path in LISTENERS.glob("*.py"))
    heard = set(re.findall(r'app\.event\("(\w+)"\)', code)) - {"message"}
    assert heard | {"message.im", "app_uninstalled", "tokens_revoked"} == set(EVENTS)


def test_every_scope_has_its_reason_once() -> None:
    assert sorted(set(SCOPES)) == list(SCOPES)
