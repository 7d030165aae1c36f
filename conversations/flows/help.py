"""`help`: what can be said, with examples that the tests run."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.say import run_button
from conversations.flows.help_pages import LOOKED_AT, RELATED, who_may
from conversations.flows.posts.words import about_posts
from conversations.offers import Offering
from conversations.texts import in_every_language
from conversations.view import Button, Message, Run, Table, Text
from kpi_engine.design.match import nearest
from kpi_engine.errors import Refusal


def help_(ask: Ask) -> Message:
    """All commands in a line each, or one with who may give it, its examples and what goes with it."""
    words = ask.take_words()
    if not words:
        return _all(ask)
    if about_posts(words):
        return _posts(ask)
    word = words.casefold()
    name = next(
        (name for name in _commands(ask) if word in in_every_language(f"commands.{name}")),
        None,
    )
    if name is None:
        near = nearest(words, _names(ask), 3)
        offers = [(one, f"{ask.texts.label('commands.help')} {one}") for one in near]
        raise Offering(Refusal("no_command", word=words, nearest=near), offers)
    examples = _examples(ask, name)
    said = {"who": who_may(name), "looked_at": name in LOOKED_AT, "related": RELATED[name]}
    return Message(
        (Text(ask.texts.say("help.command", name=name, examples=examples, **said)),),
        tuple(Button(f"/kpi {example}", Run(example)) for example in examples),
    )


def _all(ask: Ask) -> Message:
    texts = ask.texts
    rows = tuple(
        (
            f"/kpi {texts.label(f'commands.{name}')}",
            texts.label(f"about.{name}"),
            f"/kpi {_examples(ask, name)[-1]}",
        )
        for name in _commands(ask)
    )
    columns = tuple(texts.label(f"columns.{key}") for key in ("command", "does", "example"))
    return Message((Text(texts.say("help.all")), Table(columns, rows, "lll")))


def _posts(ask: Ask) -> Message:
    """`post` is no command of its own but a setting, which has a name of its own as people say it."""
    said = Text(ask.texts.say("help.posts")), Text(ask.texts.say("posts.how"))
    return Message(said, (run_button(ask.texts, "posts", "post"),))


def _examples(ask: Ask, name: str) -> list[str]:
    """From the plainest to the most telling."""
    return ask.texts.label(f"examples.{name}").split("\n")


def _commands(ask: Ask) -> list[str]:
    return ask.texts.names_in("commands")


def _names(ask: Ask) -> list[str]:
    return [ask.texts.label(f"commands.{name}") for name in _commands(ask)]
