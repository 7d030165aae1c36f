"""A chat as it is written: cues that make something happen, and the lines that came upon each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_DIRECTION = re.compile(r"-- (.+) --")
_UNASKED = re.compile(r"bot -> (.+):")


@dataclass(frozen=True, slots=True)
class Typed:
    """Somebody types words, or presses what stands between brackets."""

    person: str
    words: str


@dataclass(frozen=True, slots=True)
class Looked:
    """Somebody looks at what the bot shows them by itself."""

    person: str


@dataclass(frozen=True, slots=True)
class Directed:
    """Something happens off stage: time passes, the bot restarts."""

    direction: str


Cue = Typed | Looked | Directed


@dataclass(frozen=True, slots=True)
class Scene:
    """A line that makes something happen, what it means, and the lines written under it."""

    line: str
    cue: Cue
    written: tuple[str, ...]


def scenes(lines: Sequence[str], people: Sequence[str]) -> tuple[Sequence[str], Sequence[Scene]]:
    """What stands before the first cue, and the scenes; the first of the people is who types after `>`."""
    cues = [(place, cue) for place, line in enumerate(lines) if (cue := cue_of(line, people))]
    ends = [*(place for place, _ in cues[1:]), len(lines)]
    found = [
        Scene(lines[place], cue, tuple(lines[place + 1 : end])) for (place, cue), end in zip(cues, ends, strict=True)
    ]
    return lines[: cues[0][0]] if cues else lines, found


def cue_of(line: str, people: Sequence[str]) -> Cue | None:
    """What the line makes happen; None if it is something shown."""
    if direction := _DIRECTION.fullmatch(line):
        return Directed(direction[1])
    if (told := _UNASKED.fullmatch(line)) and told[1] in people:
        return Looked(told[1])
    if line == ">" or line.startswith("> "):
        return Typed(people[0], line[2:])
    name, colon, words = line.partition(":")
    return Typed(name, words.strip()) if colon and name in people else None
