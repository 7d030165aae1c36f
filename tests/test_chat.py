"""Chats as tests: what is typed is heard, what comes back is compared, and can be written down anew."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import (
    Act,
    Button,
    Fields,
    Form,
    Message,
    Option,
    Question,
    QuestionKind,
    Run,
    Text,
    Turn,
    View,
)
from tests.chat import play, transcript
from tests.telling import Stage


class Toy:
    """A bot that counts what it hears and has one form."""

    people = ("anna", "tom")

    def __init__(self) -> None:
        self.heard: list[tuple[str, Event]] = []
        self.now = "no time"
        self.begun = "begun"

    def hear(self, person: str, event: Event) -> Sequence[View]:
        self.heard.append((person, event))
        match event:
            case Said(text="/kpi form"):
                return (Message((Text("Please"),)), _form())
            case Said(text="/kpi when"):
                return (Message((Fields((("Now", self.now), ("Bot", self.begun))),)),)
            case Said(text="/kpi odd"):
                return (Message((Text("tom: [1]<br>...<br>C:\\new &quot;&quot;&quot;"),)),)
            case Said(text=text):
                return (Message((Text(f"heard {text}"),), (Button("Again", Run("again")),)),)
            case Pressed(action=action):
                return (Message((Text(f"ran {action.words}" if isinstance(action, Run) else "went"),)),)
            case Dropped(name=name):
                return (Message((Text(f"dropped {name}"),)),)
            case Submitted(values=values):
                return (Message((Fields(tuple(values.items())),)),)

    def unasked(self, person: str) -> Sequence[View]:
        return (Message((Text(f"news for {person}"),), (Button("Read", Run("read")),)),)

    def set_now(self, now: datetime) -> None:
        self.now = f"{now:%d %B %Y, %H:%M}"

    def restart(self) -> None:
        self.begun = "begun again"

    def deploy(self) -> None:
        self.begun = "a new one"


@pytest.fixture
def stage() -> Toy:
    return Toy()


@transcript
def test_a_chat_of_two(stage: Toy) -> None:
    """
    Anything before the first line typed is for the reader.

    > hello
    heard hello

    [1] Again

    tom: hi
        heard hi

        [1] Again

    anna: [Again]
    ran again

    tom: 1
    ran again
    """
    assert stage.heard == [
        ("anna", Said("hello")),
        ("tom", Said("hi")),
        ("anna", Pressed(Run("again"))),
        ("tom", Pressed(Run("again"))),
    ]


@transcript
def test_what_the_bot_says_unasked(stage: Toy) -> None:
    """
    > hello
    heard hello

    [1] Again

    bot -> tom:
    news for tom

    [1] Read

    tom: [Read]
    ran read
    """
    assert stage.heard == [("anna", Said("hello")), ("tom", Pressed(Run("read")))]


@transcript
def test_a_form(stage: Toy) -> None:
    """
    > /kpi form
    Please

    ── Values 1/2 ──────────────────────────────────────────────────────────────────────────────────────
    Which department?
      1  Sales    yours
      2  Service
    [back]

    > service
    department  17

    > [Again]
    heard [Again]
    ...
    """


@transcript
def test_directions() -> None:
    """
    > /kpi when
    Now  no time
    Bot  begun

    -- 2026-11-23 09:00 --
    -- the bot restarts --
    > /kpi when
    Now  23 November 2026, 09:00
    Bot  begun again

    -- a new version is deployed --
    > /kpi when
    ...
    Bot  a new one
    """


@pytest.mark.parametrize("words", ["one", "two"])
@transcript
def test_other_fixtures_may_be_asked_for(words: str, tmp_path: Path) -> None:
    """
    > hi
    ...
    """
    assert words in ("one", "two")
    assert tmp_path.exists()


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("heard hi\n\n[1] Again", True),
        ("    heard hi\n\n    [1] Again", True),
        ("...", True),
        ("heard hi\n...", True),
        ("...\n[1] Again", True),
        ("...\nheard hi\n\n...\n[1] Again\n...", True),
        ("heard  hi\n\n[1] Again", False),
        ("heard hi", False),
        ("heard hi\n[1] Again", False),
        ("heard hi\n\n[1] Again\nand more", False),
        ("...\nhi\n...", False),
        ("", False),
    ],
)
def test_what_counts_as_the_same(stage: Toy, written: str, same: bool) -> None:
    chat = f"> hi\n{written}".rstrip()
    assert (play(chat, stage) == chat) is same


def test_an_unknown_direction_is_refused(stage: Toy) -> None:
    with pytest.raises(ValueError, match="the moon rises"):
        play("-- the moon rises --", stage)


def test_words_under_a_direction_are_no_answer(stage: Toy) -> None:
    assert play("-- the bot restarts --\nHello", stage) == "-- the bot restarts --"


def test_a_failure_is_a_diff_of_the_chat(tmp_path: Path, stage: Toy) -> None:
    test = _written(tmp_path, '    """\n    > hi\n    heard ho\n    """\n')
    with pytest.raises(pytest.fail.Exception) as failure:
        test(stage=stage, rewrite=False)
    assert str(failure.value).splitlines()[-5:] == [" > hi", "-heard ho", "+heard hi", "+", "+[1] Again"]


def test_rewriting_writes_what_is_said_now(tmp_path: Path, stage: Toy) -> None:
    test = _written(
        tmp_path, '    """\n    > 你好\n    heard ho\n    > /kpi odd\n\n    tom: [Again]\n    ...\n    """\n'
    )
    test(stage=stage, rewrite=True)
    source = (tmp_path / "chat.py").read_text(encoding="utf-8")
    assert _docstring_of(source) == (
        '    """\n'
        "    > 你好\n    heard 你好\n\n    [1] Again\n\n"
        "    > /kpi odd\n        tom: [1]\n        ...\n"
        '        C:\\\\new \\"\\"\\"\n\n'
        "    tom: [Again]\n    ...\n"
        '    """\n'
    )
    again = _loaded(tmp_path / "chat.py")
    again(stage=Toy(), rewrite=False)


def test_rewriting_twice_hits_the_right_place(tmp_path: Path) -> None:
    path = tmp_path / "chat.py"
    body = '    """\n    > hi\n    """\n'
    test = _written(tmp_path, body)
    other = _loaded(path, "test_other")
    test(stage=Toy(), rewrite=True)
    other(stage=Toy(), rewrite=True)
    source = path.read_text(encoding="utf-8")
    assert source.count("heard hi") == 2
    assert source.endswith('    assert "after"\n')
    _loaded(path, "test_other")(stage=Toy(), rewrite=False)


def _written(folder: Path, docstring: str) -> Callable[..., None]:
    """The first of two tests in a new file."""
    heads = ("def test_first():\n", "def test_other():\n")
    tests = "\n\n".join(f'@transcript\n{head}{docstring}    assert "after"\n' for head in heads)
    (folder / "chat.py").write_text(f"from tests.chat import transcript\n\n\n{tests}", encoding="utf-8")
    return _loaded(folder / "chat.py")


def _loaded(path: Path, name: str = "test_first") -> Callable[..., None]:
    spec = importlib.util.spec_from_file_location("chat_in_a_file", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    test: Callable[..., None] = getattr(module, name)
    return test


def _docstring_of(source: str) -> str:
    return source.split("def test_first():\n")[1].split('    assert "after"', maxsplit=1)[0]


def _form() -> Form:
    options = (Option("3", "Sales", "yours"), Option("17", "Service"))
    question = Question("department", QuestionKind.CHOICE, "Which department?", options=options)
    back = Button("back", Turn("r1", 1, Act.BACK))
    return Form("r1", 1, "values", "Values", "1/2", (), (question,), (back,))


def _is_a_stage(toy: Toy) -> Stage:
    return toy
