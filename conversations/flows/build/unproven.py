"""Step 4 of building: what becomes of a KPI of which nobody knows a value yet."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from conversations.ask import Ask
from conversations.flows.build.draft import Draft
from conversations.forms import choice, form, yesno
from conversations.view import Text


class Unknown(StrEnum):
    """What is done where nobody knows a value."""

    ALL = "all"
    """It is put in force, and so are the others, which have no values either."""
    IN_FORCE = "in_force"
    PARKED = "parked"


@form
class Unproven:
    """Whether a KPI is put in force of which nobody knows a value yet."""

    in_force: bool = yesno()


@form
class UnprovenRest:
    """The same where others are still to be asked about."""

    rest: Unknown = choice(of=Unknown)


def unproven(ask: Ask, draft: Draft, others: Sequence[Draft]) -> Unknown:
    """Asked for each KPI, until it is said that there are no values of the others either."""
    if not others:
        intro = Text(ask.texts.say("build.unproven", draft=draft))
        agreed = ask(Unproven, f"unproven:{draft.key}", intro=[intro]).in_force
        return Unknown.IN_FORCE if agreed else Unknown.PARKED
    names = [one.name for one in others]
    intro = Text(ask.texts.say("build.unproven_rest", draft=draft, names=names))
    return ask(UnprovenRest, f"unproven_rest:{draft.key}", intro=[intro]).rest
