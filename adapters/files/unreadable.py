"""A file that can't be read."""

from __future__ import annotations


class Unreadable(Exception):
    """Nothing of the file is taken; `key` names the sentence (texts/*/unreadable.j2), `params` fill it."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params
