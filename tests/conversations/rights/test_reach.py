"""Every dialog can be gone through by typing alone, and by pressing alone where no words of one's own are needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from conversations.cards.setting import Setting
from conversations.commands import COMMANDS, MY_DAY, read_command
from conversations.texts import texts_for
from conversations.view import Message
from kpi_engine.model.name import Language
from tests.conversations.rights.acme import Place
from tests.conversations.rights.both import Companies
from tests.conversations.rights.driver import Walker
from tests.conversations.rights.starts import STARTS

EVERY = (*STARTS, *(("Anna", f"settings {texts_for(Language.EN, 'CNY').member(each)}") for each in Setting))
WAYS = ((Walker.typed, ""), (Walker.pressed, "中文"), (Walker.typed, "中文"), (Walker.pressed, ""))
MOST = 24
"""Dialogs of a kind: enough for each option to be taken once."""


def test_every_command_is_gone_through() -> None:
    assert {MY_DAY, *((read_command(line) or (MY_DAY,))[0] for _, line in STARTS)} == {MY_DAY, *COMMANDS}


@pytest.mark.parametrize(("who", "line"), EVERY, ids=[f"{who}: {line}" for who, line in EVERY])
def test_it_comes_to_its_end(both: Companies, companies: tuple[Path, Mapping[str, Place]], who: str, line: str) -> None:
    walker, ends = Walker(both.stages["Anna"]), []
    for number in range(MOST):
        way, language = WAYS[number % len(WAYS)]
        both.restore()
        both.stages["Anna"].unasked(who)
        if language:
            both.stages["Anna"].type(who, f"/kpi language {language}")
        ends.append(walker.walk(who, f"/kpi {line}".strip(), way)[-1])
        everything_taken = number >= len(WAYS) - 1 and all(walker.taken[each] for each in walker.met)
        if everything_taken or not walker.asked:
            break

    assert all(isinstance(end, Message) for end in ends)
    assert {each for each in walker.met if not walker.taken[each]} == set()
