"""`kpi-bot run` at a Telegram on this machine, killed with -9 between any two updates, and within them."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.tables import RunRow
from kpi_engine.store.database import connect
from kpi_engine.store.tables import CompanyRow, DepartmentRow
from tests.acceptance.processes import Running
from tests.adapters.telegram.fake import FakeTelegram
from tests.adapters.telegram.person import Person
from tests.adapters.telegram.state import TOKEN
from tests.background import Background, background

POINTS = ("", "sendMessage", "editMessageText", "getUpdates")
"""Before an update is heard; after it is done; after it is answered in part; after it is answered, but not confirmed."""
ANSWERS = ("Harbour Ltd", "Sales, Customer service", "Shanghai", "CNY")


@pytest.fixture
def loop() -> Iterator[Background]:
    with background() as found:
        yield found


class Phone:
    """Somebody's phone, and the bot's process somewhere else."""

    def __init__(self, loop: Background, folder: Path) -> None:
        self._loop = loop
        self._folder = folder
        self.telegram = loop.run(FakeTelegram().__aenter__())
        self.ann = Person(self.telegram, 7, "Ann")

    def running(self) -> Running:
        """A process that is ready."""
        settings = {"KPI_BOT_PORT": "0", "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": self.telegram.base}
        bot = Running(self._folder, "run", "--only", "telegram", settings=settings)
        assert bot.read().startswith("kpi-bot: telegram")
        return bot

    def types(self, text: str) -> None:
        self._loop.run(self.ann.types(text))

    def presses(self, label: str) -> None:
        self._loop.run(self.ann.presses(label))

    def settled(self) -> None:
        self._loop.run(self.telegram.settled())
        assert self.telegram.server.faults == []

    def hangs_at(self, method: str) -> None:
        """From now on calls of the method are lost."""
        self.telegram.server.hung = 0
        self.telegram.server.hanging = {method}

    def wait_until_it_hangs(self) -> None:
        async def hung() -> None:
            while not self.telegram.server.hung:
                await asyncio.sleep(0.01)

        self._loop.run(asyncio.wait_for(hung(), 20))

    def goes_on(self) -> None:
        """The network is back."""

        async def back() -> None:
            async with self.telegram.server.changed:
                self.telegram.server.hanging = set()
                self.telegram.server.changed.notify_all()

        self._loop.run(back())

    def leave(self) -> None:
        self._loop.run(self.telegram.__aexit__(None, None, None))


def test_a_dialog_outlives_minus_nine_wherever_it_strikes(loop: Background, tmp_path: Path) -> None:
    phone = Phone(loop, tmp_path)
    bot = phone.running()
    loop.run(phone.ann.starts())
    phone.settled()
    phone.presses("Set the company up")
    phone.settled()
    for point, answer in zip(POINTS, ANSWERS, strict=True):
        bot = _killed(phone, bot, point, answer)
    ended = bot.end(signal.SIGTERM)
    phone.leave()

    assert ended.status == 0
    assert _records(tmp_path) == ("Harbour Ltd", ["Sales", "Customer service"], 0)
    assert "Which currency" not in phone.ann.screen().rpartition("> CNY")[2]


def _killed(phone: Phone, bot: Running, point: str, answer: str) -> Running:
    """The answer is given, the process dies at that point, and another one takes over."""
    if point:
        phone.hangs_at(point)
        phone.types(answer)
        phone.wait_until_it_hangs()
    bot.end(signal.SIGKILL)
    phone.goes_on()
    if not point:
        phone.types(answer)
    new = phone.running()
    phone.settled()
    return new


def _records(folder: Path) -> tuple[str, list[str], int]:
    """The company's name, its departments, and how many dialogs are open."""
    engine = connect(f"sqlite:///{folder}/kpi-bot.db")
    with Session(engine) as session:
        company = session.scalars(select(CompanyRow)).one()
        departments = [row.name.en for row in session.scalars(select(DepartmentRow).order_by(DepartmentRow.id))]
        runs = session.scalar(select(func.count()).select_from(RunRow)) or 0
    engine.dispose()
    return company.name.en, departments, runs
