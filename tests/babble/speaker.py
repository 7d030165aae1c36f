"""Somebody who says and presses whatever comes to mind."""

from __future__ import annotations

import random
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from conversations.commands import COMMANDS
from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import Act, Action, Form, Message, Turn, View
from tests.babble.words import ACTS, LETTERS, LONG, NUMBERS, PERIODS, WORDS, examples, nouns
from tests.stage import RealStage

_DRAWN = re.compile(r"\[(\d+)\]")
_FILES = ("values.csv", "数据.csv", "sheet.xlsx", "notes.txt", "scan.pdf", "x" * 300)
_SEEN = 40
"""So many of the forms and buttons that were ever shown can still be pressed, by anybody."""


class Speaker:
    """Somebody at a terminal, who mostly does what is offered there, and often something else."""

    def __init__(self, stage: RealStage, name: str, chance: random.Random, pressable: deque[View]) -> None:
        self.name = name
        self.seen = ""
        """What stands on the terminal."""
        self._stage = stage
        self._chance = chance
        self._pressable = pressable
        self._nouns = nouns()
        self._examples = examples()

    def speak(self, last: deque[str]) -> None:
        """Does something, which is written down first, and looks at what comes."""
        if self._chance.random() < _BY_HAND:
            event = self._chance.choices((self._stale, self._file), (4, 1))[0]()
            last.append(f"{self.name}: {event!r}{_told(event)}")
            drawn = self._stage.do(self.name, event)
        else:
            last.append(f"{self.name}: {(line := self._line())!r}")
            drawn = self._stage.type(self.name, line)
        self.seen = drawn or self.seen
        self._pressable.extend(self._stage.shown.get(self.name, ()))

    def _line(self) -> str:
        kinds: dict[Callable[[], str], int] = {
            self._offered: 40,
            self._answer: 22,
            self._command: 12,
            self._example: 8,
            self._values: 8,
            self._handing: 3,
            self._babble: 5,
            self._long: 2,
        }
        return self._chance.choices(list(kinds), list(kinds.values()))[0]()

    def _offered(self) -> str:
        offered = _DRAWN.findall(self.seen)
        return f"[{self._chance.choice(offered)}]" if offered else self._command()

    def _answer(self) -> str:
        words = (ACTS, NUMBERS, PERIODS, self._nouns, WORDS)
        picked = [self._pick(*words) for _ in range(self._chance.choice((1, 1, 1, 2, 3)))]
        return self._pick((" ", ", ", "，", " / ")).join(picked)

    def _command(self) -> str:
        name = self._pick(self._chance.choice(COMMANDS).names)
        words = (self._pick(self._nouns, PERIODS, NUMBERS, WORDS) for _ in range(self._chance.choice((0, 0, 1, 2))))
        return " ".join((self._pick(("/kpi", "/")), name, *words)).replace("/ ", "/")

    def _example(self) -> str:
        """As help has it, or with a name in the place of its last word."""
        line = self._pick(self._examples)
        return f"/kpi {line if self._chance.random() < 0.5 else self._other_end(line)}"

    def _other_end(self, line: str) -> str:
        return f"{line.rpartition(' ')[0] or line} {self._pick(self._nouns)}"

    def _handing(self) -> str:
        return self._pick(("hand over to ", "转交给 ")) + self._pick(self._stage.people)

    def _values(self) -> str:
        pairs = (
            f"{self._pick(self._nouns)} {self._pick(NUMBERS, ('same', 'n/a'))}"
            for _ in range(self._chance.randint(1, 4))
        )
        return ", ".join(pairs)

    def _babble(self) -> str:
        return "".join(self._chance.choices(LETTERS, k=self._chance.randint(1, 40)))

    def _long(self) -> str:
        return self._pick(LONG) + self._pick(self._nouns, NUMBERS)

    def _stale(self) -> Event:
        """A button or a form that once stood on somebody's screen, of either company."""
        forms = [view for view in self._pressable if isinstance(view, Form)]
        actions = [action for view in self._pressable for action in _actions(view)]
        if forms and self._chance.random() < 0.4:
            return self._filled_in(self._chance.choice(forms))
        return Pressed(self._chance.choice(actions)) if actions else Said(self._answer())

    def _filled_in(self, form: Form) -> Submitted:
        values = {one.key: self._pick([each.value for each in one.options] or NUMBERS) for one in form.questions}
        return Submitted(form.run, form.turn, values)

    def _file(self) -> Dropped:
        lines = "\n".join(f"{self._pick(self._nouns)},{self._pick(PERIODS)},{self._pick(NUMBERS)}" for _ in range(6))
        content = self._pick((f"KPI,period,value\n{lines}", lines, self._babble(), "", "PK\x03\x04" + lines))
        return Dropped(self._pick(_FILES), content.encode(self._pick(("utf-8", "utf-16"))))

    def _pick(self, *shelves: Sequence[str]) -> str:
        return self._chance.choice(self._chance.choice(shelves))


def _actions(view: View) -> Iterator[Action]:
    """What can be pressed there: its buttons, or its acts and each option of its first question."""
    match view:
        case Message(buttons=buttons):
            yield from (button.action for button in buttons)
        case Form(acts=acts):
            yield from (act.action for act in acts)
            yield from (
                Turn(view.run, view.turn, Act.ANSWER, one.key, o.value) for one in view.questions for o in one.options
            )


def pressable() -> deque[View]:
    """What people have seen last, to be pressed when it is long stale."""
    return deque(maxlen=_SEEN)


def _told(event: Event) -> str:
    return f" {event.content!r}" if isinstance(event, Dropped) else ""


_BY_HAND = 0.08
"""How often something other than a line comes from the terminal."""
