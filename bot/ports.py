"""The bot as a platform sees it, in the pool's threads: the same for every platform."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy.orm import Session

from adapters.base import Who
from adapters.ports import Away, Kept, Offered, Ports
from bot.heard import nobody_answers
from bot.kept import KeptTexts
from bot.known import KnownPeople
from bot.late import AWAY
from bot.loop import Bot
from bot.people import language_of
from bot.pool import Pool
from conversations.commands import COMMANDS
from conversations.texts import NO_CURRENCY, texts_for
from kpi_engine.model.name import Language

T = TypeVar("T")


def ports_of(platform: str, bot: Bot, pool: Pool, secret: str = "") -> Ports:
    """What the platform of that name is given; `secret` seals what nobody may read."""
    known = KnownPeople(bot.engine, platform)

    def alone(workspace: str) -> None:
        with Session(bot.engine) as session, session.begin():
            nobody_answers(session, platform, workspace, bot.clock())

    def sealed() -> Kept:
        from bot.seal import Seal  # noqa: PLC0415  (only what seals pays for cryptography)
        from bot.sealed import SealedTexts  # noqa: PLC0415

        return SealedTexts(bot.engine, bot.clock, platform, Seal(secret))

    async def in_thread(do: Callable[[], T], /) -> T:
        try:
            return await pool.call(do)
        except AWAY as error:
            raise Away from error

    async def reads(who: Who) -> Language:
        try:
            return await in_thread(lambda: known.reads(who))
        except Away:
            return language_of(who)

    return Ports(
        hear=pool.hear,
        answered=lambda who, mark: in_thread(lambda: bot.answered(who, mark)),
        is_first=lambda who, mark, within: in_thread(lambda: bot.is_first(who, mark, within)),
        alone=alone,
        reads=reads,
        names=lambda workspace, users: in_thread(lambda: known.names(workspace, users)),
        stands=lambda who, run, turn: in_thread(lambda: known.stands(who, run, turn)),
        knows=lambda who: in_thread(lambda: known.knows(who)),
        commands=offered,
        kept=lambda workspace: KeptTexts(bot.engine, bot.clock, platform, workspace),
        sealed=sealed,
        in_thread=in_thread,
    )


def offered(language: str) -> Sequence[Offered]:
    """The commands as they are called and told of in the help of that language."""
    label = texts_for(Language(language), NO_CURRENCY).label
    names = [command.name for command in COMMANDS]
    return [Offered(name, label(f"commands.{name}"), label(f"about.{name}")) for name in names]
