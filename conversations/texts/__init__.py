"""The words of one language: macros for what is said, labels for what is named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from conversations.texts.formats import Formats
from conversations.view import Option
from conversations.words import quotable, snake_case
from kpi_engine.errors import Refusal
from kpi_engine.model.name import Language, Name

FOLDER = Path(__file__).parent

NO_CURRENCY = "XXX"
"""ISO 4217 for none: for what is said where no company is known."""


class Texts:
    """Everything that can be said to a reader of one language, in a company that counts in one currency."""

    def __init__(self, language: Language, currency: str) -> None:
        self.language = language
        self._labels = _labels(language)
        self.format = Formats(language, currency, self._labels)
        self._templates = self._environment()

    def say(self, macro: str, **params: object) -> Markup:
        """The sentence of the macro `file.name`, as the small HTML subset; names typed by people are escaped."""
        file, name = macro.split(".")
        module: Any = self._templates.get_template(f"{file}.j2").module
        return Markup(str(getattr(module, name)(**params)).strip())

    def plain(self, macro: str, **params: object) -> str:
        """The same for places that take plain text, such as an option's note."""
        return str(self.say(macro, **params).unescape())

    def label(self, key: str) -> str:
        """The label kept under `section.name`."""
        return self._labels[key]

    def has_label(self, key: str) -> bool:
        """Whether there is such a label: hints and notes are where they are needed."""
        return key in self._labels

    def dialog(self, flow: str) -> str:
        """The command that a dialog is called by: a line of values by the one for values."""
        return self.label(f"dialogs.{flow}" if self.has_label(f"dialogs.{flow}") else f"commands.{flow}")

    def names_in(self, section: str) -> list[str]:
        """What is labelled in a section, in its order."""
        inside = f"{section}."
        return [key.removeprefix(inside) for key in self._labels if key.startswith(inside)]

    def name(self, name: Name) -> str:
        """A name as this reader sees it."""
        return name.text(self.language)

    def names(self, names: Iterable[Name]) -> str:
        """A list of names: `Sales, Service and Finance`."""
        return self.format.list([self.name(name) for name in names])

    def options(self, of: type[StrEnum]) -> tuple[Option, ...]:
        """The members of an enumeration, worded."""
        return tuple(self._option(section_of(of), member) for member in of)

    def member(self, member: StrEnum) -> str:
        """One member of an enumeration, worded."""
        return self.label(f"{section_of(type(member))}.{member.value}")

    def refusal(self, refusal: Refusal) -> Markup:
        """Why something can't be done."""
        return self.say(f"refusals.{refusal.key}", **quotable(refusal.params))

    def _option(self, section: str, member: StrEnum) -> Option:
        note = f"{section}.{member.value}_note"
        also = f"also.{section}.{member.value}"
        return Option(
            member.value,
            self.member(member),
            self.label(note) if self.has_label(note) else "",
            tuple(word for words in in_every_language(also) for word in words.split("\n"))
            if self.has_label(also)
            else (),
        )

    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(FOLDER / self.language),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters.update(
            name=self.name,
            names=self.names,
            member=self.member,
            label=self.label,
            dialog=self.dialog,
            exact=self.format.exact,
            told=self.format.told,
            quotient=self.format.quotient,
            levels=self.format.levels,
            series=self.format.series,
            short=self.format.short,
            kept=self.format.kept,
            points=self.format.points,
            number=self.format.number,
            change=self.format.change,
            share=self.format.share,
            chance=self.format.chance,
            day=self.format.day,
            clock=self.format.clock,
            period=self.format.period,
            listed=self.format.list,
            either=self.format.either,
            target=self.format.target,
            told_target=self.format.told_target,
            agreed=self.format.agreed,
            quoted=self.format.quoted,
            spaced=self.format.spaced,
        )
        return environment


@cache
def texts_for(language: Language, currency: str) -> Texts:
    """The texts of a language; made once, as templates are compiled."""
    return Texts(language, currency)


def in_every_language(key: str) -> tuple[str, ...]:
    """A label as the readers of each language see it."""
    return tuple(_labels(language)[key] for language in Language)


def also_in_any(section: str, name: str) -> tuple[str, ...]:
    """Other words for what is named so, of all languages; none where there are none."""
    words = (_labels(language).get(f"also.{section}.{name}", "") for language in Language)
    return tuple(word for each in words for word in each.split("\n") if word)


def section_of(of: type[StrEnum]) -> str:
    """Where the labels of an enumeration stand: `SwotKind` is `swot_kind`."""
    return snake_case(of.__name__)


@cache
def _labels(language: Language) -> dict[str, str]:
    return dict(_flat(tomllib.loads((FOLDER / language / "labels.toml").read_text("utf-8"))))


def _flat(tables: Mapping[str, Any], section: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tables.items():
        if isinstance(value, str):
            yield f"{section}{key}", value
        else:
            yield from _flat(value, f"{section}{key}.")
