"""Who is let in by HTTP: Slack, by its signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

import httpx
import pytest

from bot import clock
from tests.adapters.slack import toy
from tests.adapters.slack.client import post
from tests.adapters.slack.town import Town

FORM = "application/x-www-form-urlencoded"
COMMAND = urlencode({"command": "/kpi", "team_id": "T1", "user_id": "UANN", "text": "report", "trigger_id": "1"})


@pytest.fixture
def town() -> Iterator[Town]:
    found = Town(toy.hear, "http")
    yield found
    found.close()


def test_what_another_secret_signed_is_refused(town: Town) -> None:
    assert town.run(post(town.web, COMMAND, FORM, "another-secret")).status_code == 401
    assert town.heard == []


def test_what_was_signed_long_ago_is_refused(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    then = clock.now() - timedelta(minutes=6)
    monkeypatch.setattr("tests.adapters.slack.client.clock.now", lambda: then)
    assert town.run(post(town.web, COMMAND, FORM)).status_code == 401


@pytest.mark.parametrize("header", ["X-Slack-Signature", "X-Slack-Request-Timestamp"])
def test_what_is_not_signed_is_refused(town: Town, header: str) -> None:
    assert town.run(post(town.web, COMMAND, FORM, **{header: ""})).status_code == 401


def test_what_is_too_large_is_not_even_read(town: Town) -> None:
    assert town.run(post(town.web, "x" * 1_000_001, FORM)).status_code == 413


def test_slack_finds_out_that_somebody_is_there(town: Town) -> None:
    body = '{"type": "url_verification", "token": "t", "challenge": "c-1"}'
    answer = town.run(post(town.web, body, "application/json"))
    assert (answer.status_code, "c-1" in answer.text) == (200, True)


def test_a_page_to_install_is_there_only_for_many_workspaces(town: Town) -> None:
    async def visit() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(town.web), base_url="http://bot") as client:
            return await client.get("/slack/install")

    assert town.run(visit()).status_code == 404


@pytest.mark.parametrize("value", ["{}", "[1]", '["r1", 1, "dance", "", ""]', "null", "no json"])
def test_a_button_that_is_none_of_ours_does_nothing(town: Town, value: str, caplog: pytest.LogCaptureFixture) -> None:
    ann = town.person()
    town.run(ann.command("report"))
    press = ann.pressing("more", town.slack.messages[0])
    press["actions"][0]["value"] = value
    town.run(ann.send("block_actions", press))
    town.run(town.settled())
    assert len(town.heard) == 1
    assert "could not be answered" in caplog.text
