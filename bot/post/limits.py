"""What a platform takes from one token, counted in sliding windows: never more than that many in any such time."""

from __future__ import annotations

from collections import deque

from adapters.part import Pace


class Window:
    """At most `most` within any `seconds`; moments are of a clock that never goes back, in seconds."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._sent: deque[float] = deque(maxlen=most)

    def free_at(self) -> float:
        """From when on one more may be sent."""
        return self._sent[0] + self._seconds if len(self._sent) == self._most else 0.0

    def note(self, now: float) -> None:
        """One is sent."""
        self._sent.append(now)

    def is_empty(self, now: float) -> bool:
        """Whether nothing was sent within the time that counts."""
        return not self._sent or self._sent[-1] + self._seconds <= now


class Limits:
    """The limits of one lane: of all that is sent, and of each chat. Answers are counted, and never wait here."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._all = Window(pace.per_second, 1.0)
        self._chats: dict[str, tuple[Window, ...]] = {}
        self._halted_until = 0.0

    def free_at(self, chat: str, *, shared: bool = False) -> float:
        """From when on a message may go to the chat; `shared` is one of several people."""
        every = (self._all, *self._windows(chat, shared))
        return max(self._halted_until, *(window.free_at() for window in every))

    def note(self, chat: str, now: float, *, shared: bool = False) -> None:
        """A message goes to the chat."""
        for window in (self._all, *self._windows(chat, shared)):
            window.note(now)

    def halt(self, until: float) -> None:
        """The platform wants nothing more until then."""
        self._halted_until = max(self._halted_until, until)

    def forget(self, now: float) -> None:
        """Lets go of the chats that nothing which still counts was sent to."""
        idle = [chat for chat, windows in self._chats.items() if all(each.is_empty(now) for each in windows)]
        for chat in idle:
            del self._chats[chat]

    def _windows(self, chat: str, shared: bool) -> tuple[Window, ...]:
        found = self._chats.get(chat)
        if found is None:
            each_second = Window(1, 1.0)
            each_minute = (Window(self._pace.per_group_minute, 60.0),) if shared else ()
            found = self._chats[chat] = (each_second, *each_minute)
        return found
