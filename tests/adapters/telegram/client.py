"""What somebody does at their client for the bot to hear this: types it, presses it, ticks it, sends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.telegram.form import acts, choices
from adapters.telegram.keyboard import OFF, ON, Key, shown
from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import Act, Action, Button, Form, Message, Option, Question, QuestionKind, Turn, View
from tests.adapters.contract import buttons
from tests.adapters.telegram.messages import labels
from tests.adapters.telegram.person import Group, Person
from tests.adapters.telegram.state import BOT, Json, number_of

NAME = BOT["username"]
LAST = -1


@dataclass(frozen=True, slots=True)
class Client:
    """One person's, who sees their own chat with the bot, and a group if there is one."""

    person: Person
    group: Group | None = None

    def sees(self) -> list[Json]:
        """Every message there is for them, in the order in which they came."""
        messages = self.person.telegram.server.messages
        in_group = messages[self.group.id] if self.group else []
        mine = [one for one in in_group if one.get("receiver_user", {}).get("id", self.person.id) == self.person.id]
        return sorted([*messages[self.person.id], *mine], key=number_of)

    async def does(self, event: Event, seen: Sequence[View]) -> None:
        """In the group what answers no question, the rest in their own chat; `seen` is what they were shown last."""
        match event:
            case Said(text=text) if self.group and not (seen and isinstance(seen[-1], Form)):
                await self.person.types(_to_the_bot(text), self.group)
            case Said(text=text):
                await self.person.types(text)
            case Dropped(name=name, content=content):
                await self.person.sends(name, content)
            case Pressed(action=action):
                view, button = next(each for each in _drawn(seen) if each[1].action == action)
                await self.presses(button, _place(view, button))
            case Submitted(run=run, values=values):
                form = next(view for view in reversed(seen) if isinstance(view, Form) and view.run == run)
                await self.answers(form, next(iter(values.values()), ""))

    async def presses(self, button: Button, place: int = 0) -> None:
        """The button so called on the message that came last, of all they see."""
        await self._presses(shown(Key(button.label)), place)

    async def answers(self, form: Form, answer: str) -> None:
        """The first question of the form, the way its kind is answered here."""
        asked = form.questions[0] if form.questions else None
        if asked is None:
            await self._presses(form.submit)
        elif asked.kind is QuestionKind.MANY:
            await self._ticks(form, asked, answer.split("\n"))
        elif option := next((one for one in asked.options if one.value == answer), None):
            await self._presses(shown(Key(option.label)), _place_of(option, asked))
        elif not answer:
            await self._presses(next(act.label for act in acts(form) if _is_skip(act.action)))
        elif answer == asked.initial and not asked.error:
            await self._presses(shown(Key(answer)))
        else:
            await self.person.types(answer)

    async def _ticks(self, form: Form, asked: Question, values: Sequence[str]) -> None:
        """In the keyboard's order by ticks; whoever wants another order, or has words of their own, types them all."""
        every = choices(asked)
        ticked = asked.initial.split("\n") if asked.initial else []
        picked = [option.value for option in every if option.value in values]
        ticks = picked if picked == list(values) else []
        for place, option in enumerate(every):
            if (option.value in ticks) != (option.value in ticked):
                sign = ON if option.value in ticked else OFF
                await self._presses(f"{sign} {shown(Key(option.label))}", place)
                await self.person.telegram.settled()
        if ticks:
            await self._presses(form.submit)
        else:
            labels = {option.value: option.label for option in every}
            await self.person.types(", ".join(labels.get(value, value) for value in values))

    async def _presses(self, label: str, place: int = 0) -> None:
        message = next((each for each in reversed(self.sees()) if label in labels(each)), None)
        assert message, f"no [{label}] in\n{self.person.screen()}"
        await self.person.presses_at(message, label, place)


def _to_the_bot(text: str) -> str:
    """With its name: a group has other bots, and people who talk to each other."""
    if not text.startswith("/"):
        return f"@{NAME} {text}"
    command, _, rest = text.partition(" ")
    return f"{command}@{NAME} {rest}".rstrip()


def _drawn(seen: Sequence[View]) -> list[tuple[View, Button]]:
    return [(view, button) for view in reversed(seen) for button in buttons(view)]


def _place(view: View, button: Button) -> int:
    """Which of the buttons of one label it is; the last by far, as the ways out of a form are."""
    return view.buttons.index(button) if isinstance(view, Message) else LAST


def _place_of(option: Option, asked: Question) -> int:
    return asked.options.index(option)


def _is_skip(action: Action) -> bool:
    return isinstance(action, Turn) and action.act is Act.SKIP
