"""One of a story's people in front of Slack: does there what they do at a terminal, and reads what they are told there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import Act, Form, Question, Turn, View
from tests.adapters.contract import buttons, squeezed
from tests.adapters.slack.client import Client
from tests.adapters.slack.user import User
from tests.story.book import CODE
from tests.story.draft import Draft
from tests.story.told import offered, sentences, stands_in

MYSELF = ("me", "我")
"""What one says at a terminal where one picks one's own name in Slack."""
GO_ON = ("Continue", "继续")


class Member:
    """Where the terminal asks one question after another, Slack asks several in a modal, which is handed in as a whole."""

    def __init__(
        self,
        name: str,
        user: User,
        client: Callable[[str], Client],
        today: Callable[[], date],
        codes: dict[str, str],
        *,
        home: bool,
    ) -> None:
        """`codes` are those made in Slack by those that the terminal told meanwhile, of everybody.

        `home`: sees their day on the bot's home tab, and does not type /kpi for it.
        """
        self.name = name
        self.user = user
        self._client = client
        self._today = today
        self._codes = codes
        self._home = home
        self._draft = Draft()
        self._read: list[str] = []
        self._due: list[str] = []

    async def does(self, event: Event, before: Sequence[View], views: Sequence[View]) -> None:
        """What was done at a terminal that showed `before`, and shows `views` now."""
        match event:
            case Said("/kpi") if self._home:
                await self.user.opens_home(self._at_client())
            case Said(text=text) if text in MYSELF and self.user.modal:
                await self._answers(_asked(before), self.name, views)
            case Said(text=text):
                await self.types(text)
            case Dropped(name=name, content=content):
                await self.user.drops(self._at_client(), name, content)
            case Pressed(action=Turn(act=Act.BACK)) if self._draft:
                self._draft.takes_back()
            case Pressed(action=Turn(act=Act.SKIP, key=key)) if self._draft:
                await self._answers(_asked(before, key), "", views)
            case Pressed(action=action):
                drawn = (button for view in before for button in buttons(view))
                await self._presses(next(button.label for button in drawn if button.action == action))
            case Submitted(values=values):
                for key, value in values.items():
                    await self._answers(_asked(before, key), value, views)

    async def types(self, text: str) -> None:
        """Whoever types has closed the modal before."""
        assert not self._draft, f"{self.name} would lose {self._draft}"
        await self.user.types(self._at_client(), self._as_here(text))

    def reads(self) -> str:
        """What has come or changed since they looked last."""
        words = self.user.looks()
        self._read.append(words)
        return words

    def lost(self, views: Sequence[View]) -> list[str]:
        """What the terminal tells and Slack does not; a modal is read to its end before that is asked."""
        self.reads()
        if self.user.modal and not self.user.modal.get("submit"):
            self.user.closes()  # what is only there to be read has been read
        self._due += [words for view in views for words in offered(view, unfinished=bool(self._draft))]
        if self._draft:
            return []
        due, read = self._due, "".join(self._read)
        self._due, self._read = [], []
        self._codes |= dict(zip(CODE.findall(" ".join(due)), CODE.findall(read), strict=False))
        told, standing = (each for words in due for each in sentences(self._as_here(words))), squeezed(read)
        return [f"{self.name}: {each}" for each in told if not stands_in(squeezed(each), standing)]

    def forgets(self) -> None:
        """What they have read until now is not compared."""
        self.reads()
        self._due, self._read = [], []

    def _as_here(self, words: str) -> str:
        return CODE.sub(lambda code: self._codes.get(code[0], code[0]), words)

    async def _answers(self, question: Question, value: str, views: Sequence[View]) -> None:
        """In the modal that is open, or by a button of the message, or in the modal that it opens."""
        words = _in_words(question, value)
        if not self.user.modal and len(words) == 1 and self.user.can_press(words[0]):
            await self._presses(words[0])
            return
        if not self.user.modal:
            await self._presses(next(label for label in GO_ON if self.user.can_press(label)))
        if not self._draft:
            self._read.append(self.user.stands_in_modal())
        self._draft.writes(question.label, words)
        if not self._goes_on(views):
            for answers in self._draft.handed_in():
                await self._hands_in(answers)

    async def _hands_in(self, answers: dict[str, Sequence[str]]) -> None:
        """Those that the modal asks for, as it stands now."""
        asked = {label: words for label, words in answers.items() if self.user.asks(label)}
        if asked:
            await self.user.hands_in(self._at_client(), asked, self._today())
            self.reads()

    async def _presses(self, label: str) -> None:
        await self.user.presses(self._at_client(), label)

    def _at_client(self) -> Client:
        return self._client(self.user.id)

    def _goes_on(self, views: Sequence[View]) -> bool:
        """Whether the terminal asks for more of what stands in the same modal."""
        form = next((view for view in reversed(views) if isinstance(view, Form)), None)
        return bool(
            len(self.user.asked) > 1
            and form
            and form.questions
            and all(self.user.asks(each.label) for each in form.questions)
        )


def _asked(shown: Sequence[View], key: str = "") -> Question:
    """The question with this key, or the first."""
    questions = (each for view in reversed(shown) if isinstance(view, Form) for each in view.questions)
    return next(each for each in questions if key in ("", each.key))


def _in_words(question: Question, value: str) -> list[str]:
    """The options that are picked, as they are read; where there are words of one's own among them, all on one line."""
    labels = {option.value: option.label for option in question.options}
    lines = [line for line in value.split("\n") if line]
    words = [labels.get(line, line) for line in lines]
    return words if all(line in labels for line in lines) else [", ".join(words)]
