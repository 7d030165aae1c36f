"""A platform more is an adapter and a place in the list: it is set up, run, posted over, examined and found by name."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from adapters.base import Who
from adapters.settings import Misconfigured
from bot import bootstrap, cli
from bot.demo.start import new_demo
from bot.kept import KeptTexts
from bot.loop import Bot
from bot.metrics import Metrics
from bot.once import sent
from bot.opening import configured
from bot.parts import set_up, to_run
from bot.people import link
from bot.pool import Pool
from bot.post.traffic import Traffic
from bot.settings import Settings, composed
from bot.wake.tick import tick
from conversations.event import Said
from kpi_engine.model.company import Actor
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import CompanyRow
from tests.fax.machine import PRINTED, WORKSPACE
from tests.fax.platform import FAX
from tests.stage import MONDAY

LINE = {"FAX_NUMBER": "+49 40 1234", "FAX_PIN": "0815"}
NEXT_MONDAY = datetime(2026, 11, 30, 1, 30, tzinfo=UTC)
OWNER = Who("fax", WORKSPACE, "77", "Chen Zhe")


@pytest.fixture(autouse=True)
def listed(tmp_path: Path, sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole change."""
    monkeypatch.setattr(bootstrap, "PLATFORMS", (*bootstrap.PLATFORMS, FAX))
    for name in composed(bootstrap.PLATFORMS).model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", sqlite_database)


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """With the line set up."""
    for name, value in LINE.items():
        monkeypatch.setenv(name, value)
    return configured()


@pytest.fixture
def bot(tmp_path: Path) -> Bot:
    """The made-up company, whose owner has a fax machine."""
    found = new_demo(f"sqlite:///{tmp_path}/demo.db", lambda: MONDAY)
    with Session(found.engine) as session, session.begin():
        company = session.scalars(select(CompanyRow.id)).one()
        owner = next(each for each in load.people(Scope(session, company)) if each.name.en == OWNER.name)
        link(session, OWNER, Actor(company, owner), MONDAY)
    return found


@pytest.mark.parametrize(
    ("told", "only", "refused"),
    [
        ({"FAX_PIN": "12"}, "", "FAX_PIN: has to be four digits"),
        ({"FAX_COLOUR": "red"}, "", "FAX_COLOUR: is not a setting"),
        ({"FAX_NUMBER": "1"}, "", "FAX_PIN: needed beside FAX_NUMBER"),
        ({}, "fax", "--only: fax is not set up: set FAX_NUMBER and FAX_PIN"),
        ({}, "telex", "--only: telex is none of slack, telegram, fax, web, scheduler"),
        ({}, "", "nothing is set up to run: .* or TELEGRAM_BOT_TOKEN for Telegram, or FAX_NUMBER and FAX_PIN for Fax"),
    ],
)
def test_its_settings_are_read_and_refused_like_all(told: dict[str, str], only: str, refused: str) -> None:
    Path("kpi-bot.toml").write_text("".join(f'{name.lower()} = "{value}"\n' for name, value in told.items()))
    with pytest.raises(Misconfigured, match=refused):
        to_run(configured(), only)


def test_it_is_one_of_the_parts_and_has_its_link(settings: Settings) -> None:
    assert to_run(settings) == ("fax", "web", "scheduler")
    assert to_run(settings, "scheduler,fax") == ("scheduler", "fax")
    assert bootstrap.join_link(settings) == "fax:+49 40 1234?{code}"
    assert LINE["FAX_PIN"] not in repr(settings)


def test_it_is_heard_once_and_answered_in_its_own_words(settings: Settings, bot: Bot) -> None:
    async def visit() -> list[httpx.Response]:
        pool = Pool(bot.hear, Traffic(), Metrics())
        (part,) = bootstrap.parts(["fax"], settings, bot, pool)
        machine = httpx.ASGITransport(Starlette(routes=list(part.routes)))
        async with httpx.AsyncClient(transport=machine, base_url="http://fax") as client:
            pages = (
                ("0815/77", "Chen Zhe", "1"),
                ("0815/77", "Chen Zhe", "1"),
                ("0815/5", "王芳", "2"),
                ("0000/77", "Chen Zhe", "3"),
            )
            came = [
                await client.post(f"/fax/{line}", content="/kpi members", params={"name": name, "page": page})
                for line, name, page in pages
            ]
        await pool.close()
        return came

    first, again, stranger, wrong = asyncio.run(visit())
    assert first.text == "From your KPI assistant\n25 people."
    assert again.text == "From your KPI assistant"
    assert stranger.text.startswith("KPI 助手\n")
    assert "25" not in stranger.text
    assert wrong.status_code == 403


def test_what_people_are_owed_goes_over_it(settings: Settings, bot: Bot) -> None:
    bot.hear(replace(OWNER, channel="hall", channel_name="Hall"), Said("/kpi post leaderboard Monday 9:00"))
    tick(bot.engine, NEXT_MONDAY)
    at = replace(bot, clock=lambda: NEXT_MONDAY)
    assert asyncio.run(sent(set_up(settings), settings, at))["sent"] > 0
    printed = KeptTexts(bot.engine, bot.clock, "fax", WORKSPACE).get(f"{PRINTED}.hall")
    assert printed is not None
    assert "Departments" in printed


def test_doctor_and_manifest_know_it(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def typed(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["kpi-bot", *words])
        with pytest.raises(SystemExit):
            cli.main()
        return capsys.readouterr().out

    told = typed("doctor").splitlines()
    assert told[0] == "ok  settings: would run fax, web, scheduler"
    assert told[-2:] == ["ok  fax: has paper", "!!  fax: is out of ink - buy some"]
    made = typed("manifest", "fax", "--url", "https://kpi.example", "--language", "zh")
    assert json.loads(made) == {"rings": "https://kpi.example", "speaks": "zh"}
