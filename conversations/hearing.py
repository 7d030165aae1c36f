"""What typed words mean where no dialog is open: a command, values, or nothing that is known."""

from __future__ import annotations

import re
from types import MappingProxyType

from conversations.commands import (
    ACTUAL,
    AWAY,
    ENTERING,
    MY_DAY,
    REPORT,
    Command,
    named,
    nearest_commands,
    read_command,
)
from conversations.flows.actual.called import askables
from conversations.flows.away import BACK
from conversations.flows.people import ME
from conversations.just_entered import put_right
from conversations.know import Know
from conversations.offers import Offering
from conversations.own_words import asked
from conversations.texts import in_every_language
from conversations.words import first_word
from kpi_engine.calendar.impossible import impossible_day
from kpi_engine.errors import Refusal
from kpi_engine.intake.line import SOME_DAY, looks_like_values, read_line
from kpi_engine.intake.meant import are_values, is_a_value
from kpi_engine.intake.why import Why
from kpi_engine.model.company import Person

_PREFIX = re.compile(r"(?:[/／]?(?:kpi|ｋｐｉ)(?:\s+|$)|[/／](?:kpi|ｋｐｉ)(?=[\u4e00-\u9fff]))", re.IGNORECASE)
_NUMBERS = re.compile(r"[\d\s,，、.]+")
_SIGNS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:the|my|our) ", re.IGNORECASE)
_BUTTONS = MappingProxyType({"buttons.my_day": "", "buttons.red": "plan red", "buttons.begin_review": "close start"})
"""The words behind labels that people type as they read them."""


def commanded(text: str) -> str | None:
    """What stands after `/kpi`; None if it is no command by its form."""
    found = _PREFIX.match(text)
    return text[found.end() :].strip() if found else None


def meant_by_command(words: str, know: Know, me: Person) -> tuple[Command, str]:
    """The command after `/kpi`, or values there; Refusal with the nearest names of commands where it is neither."""
    if not words:
        return MY_DAY, ""
    found = command_in(words) or _values(words, know, me)
    if found is None:
        word, rest = first_word(words)
        near = nearest_commands(words)
        raise Offering(Refusal("no_command", word=word, nearest=near), [(one, f"{one} {rest}".strip()) for one in near])
    return found


def meant_by_words(text: str, know: Know, me: Person) -> tuple[Command, str] | None:
    """The command that words without `/kpi` stand for: one by its name or asked in own words, one's day by a greeting,
    or values, the one just entered among them.
    """
    found = command_in(text)
    if found:
        return found
    if _is_among(text, "heard.greeting"):
        return MY_DAY, ""
    if _is_among(text, "heard.back"):
        return AWAY, BACK[0]
    if len(meant := put_right(text, know)) == 1:
        return ACTUAL, meant[0].words
    return _values(text, know, me)


def meant_beside(text: str, know: Know, me: Person, flow: str) -> tuple[Command, str] | None:
    """The same for words that the open question of the flow does not take.

    While values are entered, a line that names another KPI and has a number is one more line, even if the number is
    none for that KPI.
    """
    found = meant_by_words(text, know, me)
    if found is None and flow in ENTERING and _names_with_values(text, know, me):
        return ACTUAL, text
    return found


def command_in(text: str) -> tuple[Command, str] | None:
    """The command that the words name: by the label of a button, as a question of one's own, or by its own name."""
    return _labelled(text) or _asked(text) or read_command(text)


def bare_number(text: str) -> bool:
    """Whether the words are nothing but numbers, such as those of options."""
    return bool(_NUMBERS.fullmatch(text))


def finished(text: str) -> bool:
    """Whether the words say that somebody is done, and nothing else."""
    return _is_among(text, "heard.finished")


def reads_like_a_value(text: str, know: Know, me: Person) -> bool:
    """Whether words where anything may be typed are a value of a KPI all the same."""
    return is_a_value(text, askables(know, me))


def reads_like_values(text: str, know: Know, me: Person) -> bool:
    """Whether they are several values."""
    return are_values(text, askables(know, me))


def _asked(text: str) -> tuple[Command, str] | None:
    """A question in own words: `How are we doing?`, `why is logistics so low?`."""
    if _is_among(text, "heard.how_am_i"):
        return REPORT, ME[0]
    if _is_among(text, "heard.how_are_we"):
        return REPORT, ""
    name, words = asked(text) or ("", "")
    command = named(name) if name else None
    return _shown(words) or (command, words) if command else None


def _shown(words: str) -> tuple[Command, str] | None:
    """What `show me the report` and `帮我看看报告` want to see is a command by its name, and nothing else."""
    found = read_command(_ARTICLE.sub("", words))
    return found if found and not found[1] else None


def _labelled(text: str) -> tuple[Command, str] | None:
    """What a button does whose label was typed where no button can be seen to be meant."""
    words = next((words for label, words in _BUTTONS.items() if _is_among(text, label)), None)
    return (MY_DAY, "") if words == "" else read_command(words or "")


def _values(text: str, know: Know, me: Person) -> tuple[Command, str] | None:
    """A number beside a day that is none is meant as a value too: it is refused by that name."""
    return (ACTUAL, text) if impossible_day(text) or looks_like_values(text, askables(know, me)) else None


def _names_with_values(text: str, know: Know, me: Person) -> bool:
    line = read_line(text, askables(know, me), SOME_DAY)
    return bool(line.entries) or any(one.kpi_ids and one.why is not Why.NO_VALUE for one in line.problems)


def _is_among(text: str, label: str) -> bool:
    words = " ".join(_SIGNS.sub(" ", text.casefold()).split())
    return any(words in known.casefold().split("\n") for known in in_every_language(label))
