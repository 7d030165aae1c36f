"""The bot as a platform sees it, in the pool's threads: the same for every platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from sqlalchemy.orm import Session

from adapters.ports import Kept, Offered, Ports
from bot.heard import nobody_answers
from bot.kept import KeptTexts
from bot.known import Known
from bot.loop import Bot
from bot.pool import Pool
from conversations.commands import COMMANDS
from conversations.texts import NO_CURRENCY, texts_for
from kpi_engine.model.name import Language

T = TypeVar("T")


def ports_of(platform: str, bot: Bot, pool: Pool, secret: str = "") -> Ports:
    """What the platform of that name is given; `secret` seals what nobody may read."""
    known = Known(bot.engine, platform)

    def alone(workspace: str) -> None:
        with Session(bot.engine) as session, session.begin():
            nobody_answers(session, platform, workspace, bot.clock())

    def sealed() -> Kept:
        from bot.seal import Seal  # noqa: PLC0415  (only what seals pays for cryptography)
        from bot.sealed import SealedTexts  # noqa: PLC0415

        return SealedTexts(bot.engine, bot.clock, platform, Seal(secret))

    def in_thread(do: Callable[[], T], /) -> Awaitable[T]:
        return pool.call(do)

    return Ports(
        hear=pool.hear,
        answered=lambda who, mark: pool.call(bot.answered, who, mark),
        is_first=lambda who, mark, within: pool.call(bot.is_first, who, mark, within),
        alone=alone,
        reads=lambda who: pool.call(known.reads, who),
        names=lambda workspace, users: pool.call(known.names, workspace, users),
        stands=lambda who, run, turn: pool.call(known.stands, who, run, turn),
        knows=lambda who: pool.call(known.knows, who),
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
