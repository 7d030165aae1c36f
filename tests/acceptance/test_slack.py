"""Two `kpi-bot run` in one Slack workspace: one is killed with -9 while it answers, and the other goes on."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from pathlib import Path

from bot.migrate import migrate
from kpi_engine.store.database import connect
from tests.acceptance.processes import Running
from tests.adapters.slack.client import Client, over_socket
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.state import Json
from tests.adapters.slack.town import user
from tests.bot.slack_stage import INTERRUPTED, VISITS, actuals, furnished

SAID = {"type": "message", "channel": "DUTOM", "channel_type": "im", "user": "UTOM", "ts": "1.1", "event_ts": "1.1"}


def test_what_one_did_before_it_was_killed_the_other_tells_once(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path}/kpi-bot.db")
    migrate(engine)
    furnished(engine)
    before = actuals(engine)

    assert asyncio.run(_played(tmp_path)) == [INTERRUPTED]

    assert actuals(engine) == before + 1
    engine.dispose()


async def _played(folder: Path) -> list[str]:
    """What Thomas reads, whose message Slack sends again, as nobody has acknowledged it."""
    slack = FakeSlack(users={"UTOM": user("Thomas Berger")}, hanging={"chat.postMessage"})
    await slack.start()
    thomas = Client(slack, over_socket(slack), _without_waiting)
    with _running(slack, folder) as one:
        await _until(lambda: len(slack.sockets) == 1)
        lost = asyncio.create_task(_sent(thomas))
        await _until(lambda: slack.hung == 1)
        other = _running(slack, folder)
        await _until(lambda: len(slack.sockets) == 2)
        await asyncio.to_thread(one.end, signal.SIGKILL)
    with other:
        slack.hanging.clear()
        lost.cancel()
        await _until(lambda: len(slack.sockets) == 1)
        for _ in range(2):
            await _sent(thomas)
        await _until(lambda: bool(slack.messages))
        ended = await asyncio.to_thread(other.end, signal.SIGTERM)
    await slack.stop()
    assert (ended.status, ended.err, slack.faults) == (0, "", [])
    return [message.payload["text"].split("\n")[0] for message in slack.messages]


async def _sent(thomas: Client) -> Json:
    return await thomas.event({**SAID, "text": VISITS}, event_id="Ev1")


def _running(slack: FakeSlack, folder: Path) -> Running:
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": f"{slack.base}/api/"}
    return Running(folder, "run", "--only", "slack", settings={"KPI_BOT_PORT": "0", **tokens})


async def _until(so: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not so():
            await asyncio.sleep(0.02)


async def _without_waiting() -> None:
    """What the processes still do is not for the client to know."""
