"""The playground, served: the web adapter with the demo's people and the words of both languages."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from contextlib import suppress
from ipaddress import ip_address

import uvicorn
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from adapters.base import LOCAL, Who
from adapters.settings import Misconfigured
from adapters.web.app import playground
from adapters.web.words import PageWords, Persona
from bot.demo.company import personas
from bot.loop import Bot
from bot.people import arrive
from bot.server import listening
from conversations.commands import LANGUAGE
from conversations.texts import texts_for
from kpi_engine.model.name import Language, Name


def serve(bot: Bot, host: str, port: int, *, open_browser: bool) -> None:
    """Serves the page until it is interrupted; Misconfigured where nobody can listen, or others than this machine."""
    if not _is_loopback(host):
        raise Misconfigured(f"KPI_BOT_HOST: {host}: the demo is for this machine alone, such as 127.0.0.1")
    with suppress(KeyboardInterrupt), listening(host, port) as listener:
        address = f"http://{host}:{listener.getsockname()[1]}"
        print(f"kpi-bot demo: {address}  (Ctrl+C ends it)", flush=True)
        if open_browser:
            webbrowser.open(address)
        config = uvicorn.Config(app(bot), log_level="warning")
        uvicorn.Server(config).run(sockets=[listener])
    print("\nkpi-bot demo: ended; nothing of it is kept.")


def _is_loopback(host: str) -> bool:
    """Whoever reaches the page speaks as anybody: nobody is asked who they are."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def app(bot: Bot) -> Starlette:
    """The page for the people of the demo; an empty chat begins with their day."""
    words = {language.value: _words(language) for language in Language}
    return playground(bot.hear, lambda: _personas(bot, personas()), words, greeting="/kpi", unasked=bot.unasked)


def _personas(bot: Bot, names: Sequence[Name]) -> list[Persona]:
    with Session(bot.engine) as session, session.begin():
        return [_persona(bot, session, name.en) for name in names]


def _persona(bot: Bot, session: Session, name: str) -> Persona:
    person = arrive(session, Who(LOCAL, "", name, name), bot.clock()).person
    texts = texts_for(person.language, "")
    return Persona(name, texts.name(person.name), texts.member(person.role), person.language.value)


def _words(language: Language) -> PageWords:
    texts = texts_for(language, "")
    around = {key: texts.label(f"page.{key}") for key in texts.names_in("page")}
    return PageWords(language_words=f"{LANGUAGE.name} {language.value}", **around)
