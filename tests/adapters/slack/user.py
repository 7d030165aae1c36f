"""Somebody in front of Slack: what stands before them, and what they do with it by the words that they read there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kpi_engine.calendar.dates import read_start
from tests.adapters.slack.client import Client
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.fields import inputs, key_of, options_of
from tests.adapters.slack.reading import blocks_of, words_of
from tests.adapters.slack.state import Json, Posted


class NotThere(Exception):
    """What somebody would press or fill in does not stand before them."""


class User:
    """Sees messages, the modal and the home tab; the client by which they do anything is handed in each time."""

    def __init__(self, slack: FakeSlack, id: str) -> None:
        self.id = id
        self._slack = slack
        self._seen: dict[str, Json] = {}
        """What stands before them, as they saw it last; what came or changed last at the end."""
        self._errors: list[str] = []

    @property
    def modal(self) -> Json:
        """The one that is open; None where none is."""
        return next((view for id, view in self._slack.views.items() if self._slack.owners[id] == self.id), None)

    @property
    def asked(self) -> Sequence[str]:
        """The labels of the fields of the modal."""
        return [block["label"]["text"] for block in inputs(self.modal)] if self.modal else []

    def stands_in_modal(self) -> str:
        """All that can be read in it."""
        return words_of(self.modal) if self.modal else ""

    def asks(self, label: str) -> bool:
        """Whether the modal has a field of this label."""
        return any(same(shown, label) for shown in self.asked)

    def can_press(self, label: str) -> bool:
        """Whether there is a button of this label."""
        return self._button(label) is not None

    async def types(self, client: Client, text: str) -> None:
        """Into the chat with the bot, or after /kpi; nobody can as long as a modal stands before it."""
        self.closes()
        command, _, words = text.partition(" ")
        await (client.command(words) if command == "/kpi" else client.say(text))

    async def drops(self, client: Client, name: str, content: bytes) -> None:
        """A file into the chat with the bot."""
        self.closes()
        await client.drop(name, content)

    async def opens_home(self, client: Client) -> None:
        """The bot's home tab."""
        self.closes()
        await client.open("home")

    async def presses(self, client: Client, label: str) -> None:
        """The button with this label in the modal, or else where anything came last."""
        found = self._button(label)
        if found is None:
            raise NotThere(f"[{label}] before {self.id}: {self._standing()}")
        await client.press(*found)

    async def hands_in(self, client: Client, answers: Mapping[str, Sequence[str]], today: date) -> None:
        """The modal, with these answers by the labels of its fields: options by their words, and own words.

        What is not among the answers is left as it stands there.
        """
        view = self.modal
        filled = dict(_filled(view, label, words, today) for label, words in answers.items())
        acknowledged = await client.hand_in(view, filled)
        self._errors += (acknowledged.get("errors") or {}).values()

    def closes(self) -> None:
        """The modal, where there is one; the bot is not told."""
        if self.modal:
            del self._slack.views[self.modal["id"]]

    def looks(self) -> str:
        """What has come or changed since they looked last."""
        errors, self._errors = self._errors, []
        return "\n".join([*errors, *map(words_of, self._new())])

    def _button(self, label: str) -> tuple[str, Posted | Json] | None:
        """How it is labelled there, and where."""
        places = [self.modal] if self.modal else [self._standing()[key] for key in reversed(self._seen)]
        labelled = ((shown, place) for place in places for shown in _labels(place))
        return next((each for each in labelled if same(each[0], label)), None)

    def _new(self) -> Iterator[Posted | Json]:
        standing = self._standing()
        self._seen = {key: seen for key, seen in self._seen.items() if key in standing}
        for key, shown in standing.items():
            drawn = blocks_of(shown)
            if self._seen.get(key) != drawn:
                self._seen.pop(key, None)
                self._seen[key] = drawn
                yield shown

    def _standing(self) -> dict[str, Posted | Json]:
        mine = [each for each in self._slack.messages if self._sees(each)]
        views = filter(None, (self._slack.homes.get(self.id), self.modal))
        return {**{each.ts: each for each in mine}, **{view["id"]: view for view in views}}

    def _sees(self, message: Posted) -> bool:
        return message.only == self.id if message.only else message.channel in (f"D{self.id}", "C1")


def same(shown: str, words: str) -> bool:
    """Whether these words stand there, be it cut."""
    line = " ".join(words.split())
    return shown == line or (shown.endswith("…") and line.startswith(shown[:-1]))


def _labels(place: Posted | Json) -> Iterator[str]:
    for block in blocks_of(place):
        if block["type"] == "actions":
            yield from (each["text"]["text"] for each in block["elements"])


def _filled(view: Json, label: str, words: Sequence[str], today: date) -> tuple[str, str]:
    """The key of the field so labelled, and what is put into it."""
    block = next((each for each in inputs(view) if same(each["label"]["text"], label)), None)
    if block is None:
        raise NotThere(f"{label} among {[each['label']['text'] for each in inputs(view)]}")
    key = key_of(block)
    fields = [each["element"] for each in inputs(view) if key_of(each) == key]
    return key, "\n".join(_put_in(fields, each, today) for each in words)


def _put_in(fields: Sequence[Json], words: str, today: date) -> str:
    """An option, a day of the calendar, or the words where one can type."""
    options = [option for field in fields for option in options_of(field)]
    if picked := next((option for option in options if same(option["text"]["text"], words)), None):
        return str(picked["value"])
    types = {field["type"] for field in fields}
    if "datepicker" in types and (day := read_start(words, today)):
        return day.isoformat()
    if "plain_text_input" not in types:
        raise NotThere(f"{words} among {[option['text']['text'] for option in options]}")
    return words
