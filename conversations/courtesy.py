"""Thanks, agreement, praise, hesitation and emoji: words that want an answer of their own, and are none."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from conversations.texts import in_every_language

_SIGNS = re.compile(r"[\W_]+")
_MARKS = " ,，、;；\n"
_BETWEEN = re.compile("[,，、;；\n]")
"""What stands between the entries of a list."""


def courtesy(text: str, *, asked: bool = False) -> str:
    """What answers it, by the name of its sentence: of `thanks, great!` thanks; nothing where more is said.

    Where something is asked, praise alone is no courtesy: "good" may be all that there is to say of a month.
    """
    words = _SIGNS.sub("", text.casefold())
    if not words:
        return "talk.fine" if any(unicodedata.category(sign) == "So" for sign in text) else ""
    praise_alone = asked and _made_of("praise").fullmatch(words)
    if praise_alone or not _made_of(*_ANSWERS).fullmatch(words):
        return ""
    return next(answer for kind, answer in _ANSWERS.items() if _made_of(kind).search(words))


def withdrawn(text: str) -> bool:
    """Whether somebody would rather leave it: `never mind`, `算了`."""
    return courtesy(text) == "talk.withdrawn"


def polite(text: str) -> bool:
    """Whether it is thanks or agreement and nothing else: behind a value it is no note."""
    return courtesy(text) in ("talk.thanks", "talk.fine")


def without_thanks(text: str) -> str:
    """What is said before thanks at the end: `sales 12k thanks!`, `拜访 9🎉`."""
    ends = (found.start() for found in _ENDS.finditer(text) if polite(text[found.start() :]))
    return text[: next(ends, len(text))].rstrip()


_ENDS = re.compile(r"(?<=[\s\d])(?=[^\s\d])")
_ANSWERS = {
    "withdrawn": "talk.withdrawn",
    "unsure": "talk.unsure",
    "unknown": "talk.unsure",
    "thanks": "talk.thanks",
    "fine": "talk.fine",
    "praise": "talk.fine",
}
"""What tells most comes first: `ok, never mind, thanks`."""


def phrases(kind: str) -> list[str]:
    """What is said of that kind, in every language."""
    return [phrase for each in in_every_language(f"heard.{kind}") for phrase in each.split("\n")]


def says_yes(text: str) -> bool:
    """Whether somebody agrees and says nothing else: no name, and no goal."""
    return consists_of(text, "yes")


def consists_of(text: str, *kinds: str) -> bool:
    """Whether it is phrases of these kinds and nothing else."""
    return bool(_made_of(*kinds).fullmatch(_SIGNS.sub("", text.casefold())))


def takes_what_stands(text: str) -> bool:
    """Whether somebody is content with what they see, and says nothing else: `ok`, `same as before`, `嗯`, `照旧`."""
    return consists_of(text, "yes", "same") or courtesy(text, asked=True) == "talk.fine"


def says_mistyped(text: str) -> bool:
    """Whether somebody says that what they typed was wrong, and nothing else."""
    return consists_of(text, "mistyped")


def without_end(listed: str) -> str:
    """A list without the words that end it: `that's all`, `没了`; nothing where these are all that is said."""
    *before, last = _BETWEEN.split(listed)
    if not consists_of(last, "finished", "no_more", "nothing"):
        return listed
    return listed.removesuffix(last).rstrip(_MARKS) if before else ""


@cache
def _made_of(*kinds: str) -> re.Pattern[str]:
    """One or more of the phrases behind one another, the longest first."""
    every = {phrase for kind in kinds for phrase in phrases(kind)}
    known = sorted((re.escape(phrase.replace(" ", "")) for phrase in every), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(known)})+")
