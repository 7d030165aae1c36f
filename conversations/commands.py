"""Everything that can be said to the bot: the table of contents.

Help, the menus of the platforms, what is understood and the examples that run as tests all come from `COMMANDS`.
"""

from __future__ import annotations

from dataclasses import dataclass

from conversations.flows.actual import actual
from conversations.flows.away import away
from conversations.flows.build import build
from conversations.flows.chart import chart
from conversations.flows.check import check
from conversations.flows.close import close
from conversations.flows.export import export
from conversations.flows.help import help_
from conversations.flows.history import history
from conversations.flows.home import home
from conversations.flows.import_ import import_
from conversations.flows.invite import invite
from conversations.flows.join import join
from conversations.flows.language import language
from conversations.flows.leaderboard import leaderboard
from conversations.flows.members import members
from conversations.flows.my_day import my_day
from conversations.flows.plan import plan
from conversations.flows.posts.words import about_posts
from conversations.flows.propose import propose
from conversations.flows.remind import remind
from conversations.flows.report import BRIEF, report
from conversations.flows.settings import settings
from conversations.flows.start import start
from conversations.flows.strategy import strategy
from conversations.flows.target import target
from conversations.flows.undo import undo
from conversations.flows.why import why
from conversations.talk import Flow
from conversations.texts import also_in_any, in_every_language
from conversations.words import first_word
from kpi_engine.design.match import nearest


@dataclass(frozen=True, slots=True)
class Command:
    """A flow with a name in each language; the words typed after it answer its first form."""

    name: str
    """What it is called where dialogs are kept."""
    flow: Flow

    @property
    def names(self) -> tuple[str, ...]:
        """What people call it, in each language."""
        return in_every_language(f"commands.{self.name}")


MY_DAY = Command("", my_day)
"""`/kpi` alone."""

HOME = Command("home", home)
"""What a page of one's own shows, where a messenger has one; a page opens it, and nobody has to type it."""

DAYS = (MY_DAY.name, HOME.name)
"""In which somebody sees what is owed and what is open."""

ACTUAL = Command("actual", actual)
"""What values typed without a command are taken as."""

LINE = Command("line", actual)
"""The same with values behind it: what is asked about a line waits beside the form for all that is owed."""

ENTERING = (ACTUAL.name, LINE.name)
"""Dialogs in which values are entered."""

REPORT = Command("report", report)
"""What `how are we doing?` is taken as."""

IMPORT = Command("import", import_)
"""What a dropped file is taken as."""

LANGUAGE = Command("language", language)
"""What a page's language switch does."""

AWAY = Command("away", away)
"""What `I'm back` is taken as."""

SETTINGS = Command("settings", settings)
"""Each setting is a question of its own."""

UNDO = Command("undo", undo)
"""What `undo` is taken as where a dialog only waits."""

START = Command("start", start)
"""What a messenger says with a code behind it where somebody follows a link."""

STRATEGY = Command("strategy", strategy)
"""Its words are goals."""

JOIN = Command("join", join)
"""What strangers are heard with."""

COMMANDS = (
    START,
    STRATEGY,
    Command("build", build),
    ACTUAL,
    REPORT,
    Command("why", why),
    Command("chart", chart),
    Command("leaderboard", leaderboard),
    Command("check", check),
    Command("target", target),
    Command("propose", propose),
    Command("plan", plan),
    Command("close", close),
    Command("history", history),
    Command("members", members),
    Command("invite", invite),
    JOIN,
    AWAY,
    Command("remind", remind),
    SETTINGS,
    IMPORT,
    Command("export", export),
    LANGUAGE,
    UNDO,
    Command("help", help_),
)


def named(flow: str) -> Command | None:
    """The command that a run was begun with; None if there is no such command any more."""
    return next((command for command in (MY_DAY, HOME, LINE, *COMMANDS) if command.name == flow), None)


def read_command(text: str) -> tuple[Command, str] | None:
    """The command that the words begin with, in either language, and the words after it."""
    name, words = first_word(text)
    if name.casefold() in BRIEF:
        return REPORT, text
    if text.strip().casefold() == HOME.name:
        return HOME, ""
    posts = about_posts(text)
    if posts:
        return SETTINGS, posts
    for command in COMMANDS:
        if name.casefold() in (*command.names, *also_in_any("command", command.name)):
            return command, words
        if glued := _glued(command, name):
            return command, f"{name.removeprefix(glued)} {words}".strip()
    return None


def _glued(command: Command, name: str) -> str | None:
    """The command's Chinese name at the beginning of a word; that one begins with something founds no company."""
    if command is START:
        return None
    return next((own for own in command.names if not own.isascii() and name.startswith(own)), None)


def nearest_commands(text: str) -> list[str]:
    """The commands whose names come nearest to a word that is none; who is asked back has joined."""
    names = [name for command in COMMANDS if command is not JOIN for name in command.names]
    return list(nearest(first_word(text)[0], names, 3))
