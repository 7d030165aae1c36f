"""`members deputy Li Na, Tom`: who steps in for whom."""

from __future__ import annotations

import re

from conversations.ask import Ask
from conversations.choice_fields import record_id
from conversations.flows.people import ME, known_person, person_option
from conversations.flows.rights import check_may
from conversations.forms import choice, form
from conversations.view import Option, Text
from kpi_engine.commands import SetDeputy
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person
from kpi_engine.rights import leave_place

NOBODY = "nobody"
_BETWEEN = re.compile(r"\s*[,，、;；]\s*")


@form
class Deputy:
    """Who steps in."""

    who: str = choice()


def stood_in(ask: Ask, words: str) -> SetDeputy:
    """Asks who steps in, unless it was said."""
    for_whom, deputy = _apart(ask, words)
    people = tuple(ask.know.people())
    check_may(ask, SetDeputy, leave_place(for_whom, people))
    others = [person_option(ask, one) for one in people if one.id != for_whom.id]
    nobody = Option(NOBODY, ask.texts.label("deputy.nobody"), also=("none", "无"))
    intro = [Text(ask.texts.say("members.about", name=ask.texts.name(for_whom.name)))]
    given = {"who": deputy} if deputy else {}
    who = ask(Deputy, options={"who": [*others, nobody]}, given=given, intro=intro).who
    return SetDeputy(for_whom.id, None if who == NOBODY else int(record_id(who)))


def _apart(ask: Ask, words: str) -> tuple[Person, str]:
    """Whose deputy, oneself where nobody is named, and who it is; between two names stands a comma, or a blank."""
    if not words:
        return ask.me, ""
    head, *others = _BETWEEN.split(words, maxsplit=1)
    parts = words.split()
    ways = [(head, "".join(others)), *((" ".join(parts[:n]), " ".join(parts[n:])) for n in range(len(parts), 0, -1))]
    for name, rest in ways:
        found = ask.me if name.casefold() in ME else known_person(ask, name)
        if found:
            return found, rest
    raise Refusal("nobody_called", name=words, nearest=())
