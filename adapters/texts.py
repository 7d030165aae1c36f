"""The words that only one platform says, in its own folder: `texts/<language>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

Words: TypeAlias = Mapping[str, str]


@cache
def words_in(package: Path, language: str, section: str) -> Words:
    """The words of a section in a language ("zh"); `package` is the platform's folder."""
    words: dict[str, str] = tomllib.loads((package / "texts" / f"{language}.toml").read_text("utf-8"))[section]
    return words
