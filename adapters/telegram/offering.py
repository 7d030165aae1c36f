"""Which commands are in the menus of clients, for whoever reads which language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from adapters.ports import Commands
from adapters.telegram.words import Menu, menu_words

MY_DAY = "kpi"
NOT_OFFERED = ("start", "join")
"""A client has `/start` by itself, and whoever joins is not yet offered anything."""
IN_GROUPS = ("report", "leaderboard", "chart", "help")
"""Commands whose answers are for everybody there."""
_LANGUAGES = {"en": "", "zh": "zh"}
"""As Telegram calls them: English is what everybody reads whose client speaks neither."""
_NAME = re.compile(r"[a-z0-9_]{1,32}")


def menus(commands: Commands) -> Sequence[Menu]:
    """The commands in each language; a client knows `/start` by itself."""
    return [_menu(commands, language, code) for language, code in _LANGUAGES.items()]


def _menu(commands: Commands, language: str, code: str) -> Menu:
    offered = (one for one in commands(language) if one.name not in NOT_OFFERED and _NAME.fullmatch(one.name))
    about = {one.name: one.about for one in offered}
    mine = ((MY_DAY, menu_words(language)["my_day"]), *about.items())
    return Menu(code, mine, tuple((name, about[name]) for name in IN_GROUPS))
