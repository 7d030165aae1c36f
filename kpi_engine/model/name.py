"""A name in both languages, so that each person reads their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NAME_LIMIT = 200
"""Characters of a name or a line."""
TEXT_LIMIT = 2000
"""Characters of a remark."""
UNFIT = ("Cc", "Cs")
"""Control characters and half characters: databases refuse some of them, screens misread others."""


class Language(StrEnum):
    """What a person reads."""

    EN = "en"
    ZH = "zh"


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called; words typed by a person stand in both languages as typed."""

    en: str
    zh: str

    @classmethod
    def same(cls, text: str) -> Name:
        """A name that somebody typed: the same in every language."""
        return cls(text, text)

    def text(self, language: Language) -> str:
        """The name as a reader of that language sees it."""
        match language:
            case Language.EN:
                return self.en
            case Language.ZH:
                return self.zh
