"""`language`: what a person reads from now on."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.forms import choice, form
from kpi_engine.commands import ChooseLanguage
from kpi_engine.model.name import Language


@form
class Reading:
    """The language to read."""

    language: Language = choice(of=Language)


def language(ask: Ask) -> Do:
    """Asks which language, unless the words after the command say it."""
    return Do(ChooseLanguage(ask(Reading).language))
