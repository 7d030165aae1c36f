"""What is wrong is named with what mends it, and no secret is shown."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from adapters.slack.doctor import EVENTS_ON
from adapters.slack.manifest import SCOPES
from bot import cli
from bot.bootstrap import PLATFORMS
from bot.post.outbox import Outbox
from bot.settings import composed
from bot.tables import WakeRow
from conversations.news import News, NewsKind
from kpi_engine.store.database import connect
from tests.adapters.telegram.state import ME
from tests.factories import NOW, company_row, person_row

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture
def platform() -> Iterator[str]:
    """A server that takes tokens with an A in them."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            ok = "A" in f"{self.path}{self.headers.get('Authorization', '')}".replace("Authorization", "")
            webhook = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
            result = webhook if self.path.endswith("getWebhookInfo") else ME
            told = json.dumps({"ok": ok, "result": result} if ok else {"ok": ok, "error_code": 401}).encode()
            self.send_response(200 if ok else 401)
            self.send_header("Content-Type", "application/json")
            self.send_header("X-OAuth-Scopes", ",".join(SCOPES))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def settings(tmp_path: object, sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in composed(PLATFORMS).model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", sqlite_database)


def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], **environment: str) -> tuple[object, str]:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["kpi-bot", "doctor"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return ended.value.code, capsys.readouterr().out


def test_all_is_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], platform: str) -> None:
    status, out = told(
        monkeypatch,
        capsys,
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL=platform,
        SLACK_BOT_TOKEN="xoxb-A",
        SLACK_APP_TOKEN="xapp-A",
        SLACK_API_URL=f"{platform}/api/",
    )
    assert status == 0
    lines = out.splitlines()
    assert lines[:3] == [
        "ok  settings: would run slack, telegram, web, scheduler",
        "ok  database: sqlite, of this version's schema",
        "ok  time zones: 0 in use, all known",
    ]
    assert lines[3].endswith("UTC; everybody is looked at in time")
    assert lines[4:] == [
        "ok  post: 0 messages owed, 0 late by more than ten minutes, 0 unknown; 0 workspaces written to, "
        "0 accounts and channels out of reach",
        "ok  slack: takes the token",
        f"ok  slack: {EVENTS_ON}",
        "ok  slack: would take 26 of 26 messages and forms that the bot shows",
        "ok  telegram: takes the token, as @kpi_bot",
    ]


def test_what_is_wrong_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], platform: str, sqlite_database: str
) -> None:
    engine = connect(sqlite_database)
    with Session(engine) as session, session.begin():
        company_row(session)
        person = person_row(session)
        person.time_zone = "Mars/Olympus"
        row = WakeRow(person_id=person.id, company_id=person.company_id, seen_until=NOW, next_at=NOW.replace(year=2020))
        session.add(row)
    engine.dispose()
    status, out = told(
        monkeypatch,
        capsys,
        TELEGRAM_BOT_TOKEN="1:secret",
        TELEGRAM_API_URL=platform,
        SLACK_BOT_TOKEN="xoxb-secret",
        SLACK_API_URL="http://127.0.0.1:1/",
    )
    assert status == cli.WRONG
    assert [line for line in out.splitlines() if line.startswith("!!")] == [
        "!!  settings: nothing can run - SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)",
        "!!  time zones: Mars/Olympus unknown - pip install --upgrade tzdata",
        "!!  clock: nobody has looked at 1 person or post that was due - run kpi-bot run, or kpi-bot tick",
        "!!  slack: does not answer (ClientConnectorError) - is 127.0.0.1 reachable from here?",
        "!!  telegram: does not take the token - set TELEGRAM_BOT_TOKEN anew: BotFather shows the present one under /mybots, API Token",
    ]
    assert "secret" not in out


def test_without_a_messenger_it_says_what_would_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = told(monkeypatch, capsys)
    assert status == cli.WRONG
    assert out.splitlines()[0] == (
        "!!  settings: no messenger is set up; kpi-bot run --only web,scheduler would run - "
        "set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Slack, or TELEGRAM_BOT_TOKEN for Telegram"
    )


def test_what_waits_for_people_who_have_not_come_is_not_late(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sqlite_database: str
) -> None:
    """Somebody was added and was never here: there is nothing that the operator could look for in a log."""
    engine = connect(sqlite_database)
    with Session(engine) as session, session.begin():
        company = company_row(session)
        ben = person_row(session, "Ben")
        Outbox(session, company.id, NOW).owe([(ben.id, News(NewsKind.WELCOME, f"#person:{ben.id}"))])
    engine.dispose()
    _, out = told(monkeypatch, capsys)
    assert [line for line in out.splitlines() if "post:" in line] == [
        "ok  post: 1 message owed, 1 for people who have not come yet (/kpi invite), 0 late by more than ten minutes, "
        "0 unknown; 0 workspaces written to, 0 accounts and channels out of reach"
    ]


def test_a_database_of_another_schema_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sqlite_database: str
) -> None:
    with connect(sqlite_database).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    status, out = told(monkeypatch, capsys)
    assert status == cli.WRONG
    assert (
        "!!  database: sqlite has schema older, which this version does not know - let DATABASE_URL name another one"
        in out
    )


def test_before_the_first_start_nothing_is_wrong_with_the_database(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    _, out = told(monkeypatch, capsys, DATABASE_URL=f"sqlite:///{tmp_path}/empty.db")
    assert "ok  database: sqlite, empty: it is set up when the bot is started" in out
