"""What an open question is about and how it is answered, for whoever asks."""

from __future__ import annotations

from conversations.asking import Pending
from conversations.choice_fields import ChoiceField, ManyField, find_option
from conversations.fields import Field, TextField
from conversations.texts import Texts

IN_OWN_WORDS = frozenset({"start", "strategy", "build"})
"""Dialogs whose own words become goals and names: none of these is a question."""


def explanation(texts: Texts, pending: Pending) -> str:
    """What is meant, as far as there is more to say than the question itself, and what can be typed."""
    form, name = pending.asked.form, pending.open[0]
    keys = (f"explained.{form}_{name}", f"explained.{form}")
    about = next((texts.label(key) for key in keys if texts.has_label(key)), "")
    return texts.plain("talk.explained", about=about, how=texts.label(f"answered.{pending.asked.fields[name].kind}"))


def takes_own_words(asked: Field, text: str) -> bool:
    """Whether a question takes these words as they are, whatever they say, as none of its options."""
    if isinstance(asked, ChoiceField | ManyField):
        return asked.own and find_option(" ".join(text.split()), asked.options) is None
    return isinstance(asked, TextField)


def asks_back(pending: Pending, flow: str, text: str) -> bool:
    """Whether words at a question for goals or names are a question themselves: they are not taken for the answer."""
    asked = pending.asked.fields[pending.open[0]]
    return flow in IN_OWN_WORDS and takes_own_words(asked, text) and text.rstrip().endswith(("?", "？"))
