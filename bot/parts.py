"""The parts of a running bot: which there are, which of them are set up, and which of these are to run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adapters.platform import Platforms
from adapters.settings import Misconfigured
from bot.settings import Settings

WEB, SCHEDULER = "web", "scheduler"


def to_run(settings: Settings, only: str = "") -> Sequence[str]:
    """The parts that run: all that are set up, or those of `only` ("web,scheduler").

    Misconfigured names what is half set up or missing, or a word in `only` that is no part.
    """
    messengers = [each.name for each in set_up(settings)]
    found = (*messengers, WEB, SCHEDULER)
    if only:
        return tuple(_wanted(only, found, settings.platforms))
    if not messengers:
        raise Misconfigured(nothing(settings.platforms))
    return found


def set_up(settings: Settings) -> Platforms:
    """All platforms that are set up; Misconfigured names what is half set up."""
    return tuple(each for each in settings.platforms if each.is_whole(settings))


def nothing(platforms: Platforms) -> str:
    """What to do where there is no messenger."""
    return f"nothing is set up to run: {needed(platforms)}"


def needed(platforms: Platforms) -> str:
    """What to set for one."""
    return f"set {', or '.join(f'{each.needs} for {each.title}' for each in platforms)}"


def _wanted(only: str, found: Sequence[str], platforms: Platforms) -> Iterator[str]:
    needs = {each.name: each.needs for each in platforms}
    parts = (*needs, WEB, SCHEDULER)
    for name in dict.fromkeys(each.strip() for each in only.split(",")):
        if name not in parts:
            raise Misconfigured(f"--only: {name} is none of {', '.join(parts)}")
        if name not in found:
            raise Misconfigured(f"--only: {name} is not set up: set {needs[name]}")
        yield name
