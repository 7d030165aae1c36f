"""Questions in own words: `how is logistics doing?`, `合格线索数为什么这么低`, and which command answers them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from conversations.words import first_word

_HOW = (
    r"how(?: is|'s|’s| are| am| was| were| did| do) (?P<about>.+?) (?:doing|going|performing|looking|do)(?P<when> .+)?",
    r"(?:please )?(?:show me|let me see) (?P<about>.+)",
    r"(?:请|帮我|给我|我想|让我|麻烦)*(?:看看|看一下|看下|看一看|查一下|查查) *(?P<about>.+?) *"
    r"(?:的?(?:情况|完成情况|数据|得分|怎么样))?",
    r"(?P<about>.+?) *(?:的?(?:完成)?情况)? *(?:做得|干得|完成得|表现)?(?:怎么样|怎样|如何)了?",
    r"(?P<about>.+?)的(?:完成)?情况",
)
_WHY = (
    r"why (?:is|are|was|were) (?P<about>.+?) (?:so |that )?(?:low|high|bad|red|poor|down|weak|behind)(?P<when> .+)?",
    r"why (?:did|have|do) (?P<about>we|i) (?:lose|lost) (?:any |the |so many |our |my )?points(?P<when> .+)?",
    r"(?P<about>.+?) *(?:为什么|为啥|怎么)(?:会)?(?:这么|那么|这样)?(?:低|高|差|红|少)了?",
    r"(?:为什么|为啥) *(?P<about>.+?) *(?:会)?(?:这么|那么|这样)?(?:低|高|差|红了|少)",
    r"(?:为什么|为啥) *(?P<about>我们|我)?(?:会|被)?扣了?分了?",
)
_FIRST = (
    r"who(?: is|'s|’s) (?:the )?(?:first|best|leading|ahead|on top|number one)(?P<when> .+)?",
    r"(?P<when>.*?)(?:谁(?:是|得|拿)?(?:了)?第一名?|第一名?是谁|谁(?:最好|最高|领先)|谁排第一)",
)
_OWES = (
    r"who (?:has not|hasn['’]t|have not|haven['’]t|did not|didn['’]t) (?:yet )?(?:entered?|sent|reported|filled)"
    r"(?: in)?(?: (?:any |their |the )?(?:values?|numbers?|kpis?))?(?: yet)?"
    r"(?: (?:in|of|for) (?P<about>.+)| (?P<when>(?:this|last|today|yesterday).*))?",
    r"(?:who owes|who is missing|whose) values?(?: are missing)?(?: (?:in|of|for) (?P<about>.+))?",
    r"(?P<about>.*?) *(?:还有)?(?:哪些人|谁)(?:还)?(?:没有?|未)(?:填报?|报|交)(?:数据|数|指标|完)?了?",
)
_ASKED: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType(
    {
        command: tuple(re.compile(one, re.IGNORECASE) for one in ways)
        for command, ways in (("report missing", _OWES), ("why", _WHY), ("leaderboard", _FIRST), ("report", _HOW))
    }
)
_END = re.compile(r"[\s?？!！。.]+$|(?:呢|啊|呀|吗)[?？。]*$")


def asked(text: str) -> tuple[str, str] | None:
    """The name of the command that answers the question, and the words after it: about whom, and when."""
    said = _END.sub("", " ".join(text.split()))
    found = ((command, way.fullmatch(said)) for command, ways in _ASKED.items() for way in ways)
    return next((first_word(" ".join((command, *_parts(match)))) for command, match in found if match), None)


def _parts(found: re.Match[str]) -> Iterator[str]:
    given = found.groupdict()
    yield from (given[name].strip() for name in ("about", "when") if given.get(name))
