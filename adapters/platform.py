"""What a platform is to the bot."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar
from urllib.parse import urlsplit

from adapters.base import Poster
from adapters.part import Pace, Part
from adapters.ports import Ports
from adapters.settings import PlatformSettings
from conversations.view import View

Shown: TypeAlias = Callable[[], Sequence[View]]
"""What people of a made-up company are shown by the bot, messages and forms; made when it is asked for."""

S = TypeVar("S", bound=PlatformSettings)

Manifest: TypeAlias = Callable[[str, str], Mapping[str, object]]
"""What a platform has to know of the bot before that can be set up there, in one language ("zh"), with the address
(https://…) at which the bot is reached from outside, or none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, and what is to be done about it; `remedy` is empty where all is well."""

    found: str
    remedy: str = ""


def no_answer(error: Exception, url: str) -> Finding:
    """Nobody answers at that address, whether somebody has set it or not."""
    return Finding(f"does not answer ({type(error).__name__})", f"is {urlsplit(url).hostname} reachable from here?")


@dataclass(frozen=True, slots=True)
class Platform(Generic[S]):
    """All that is asked of it. To import it is to import nothing of the platform's own library: only what runs does."""

    name: str
    """What `Who.platform` is, and its part is called."""
    title: str
    """What it calls itself."""
    settings: type[S]
    needs: str
    """The settings without which it can't run, in words for the operator."""
    is_whole: Callable[[S], bool]
    """Whether it is set up; Misconfigured where that is half done."""
    part: Callable[[S, Ports], Part]
    """What runs for it, where it is whole."""
    poster: Callable[[S, Ports], AbstractAsyncContextManager[Poster]]
    """What sends alone, where nothing is heard; CannotStart where it can't now."""
    findings: Callable[[S, Shown], Coroutine[object, object, Sequence[Finding]]]
    """What is asked of it by `kpi-bot doctor`, also where it is set up by halves; nothing is changed there.

    Where it can be asked whether it takes what people are shown, it is.
    """
    pace: Pace
    manifest: Manifest | None = None
    """None where it wants nothing of the kind."""
    join_link: Callable[[S], str] | None = None
    """What opens the bot's chat for whoever has a `{code}`; empty where it is not set up or can't be asked."""


Platforms: TypeAlias = tuple[Platform[Any], ...]
"""Each with settings of its own; all are given the settings of all."""
