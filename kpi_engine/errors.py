"""The engine says no."""

from __future__ import annotations


class Refusal(Exception):
    """A command or question that is not possible; `key` names the sentence, `params` fill it.

    The wording is the conversations' (texts/*/refusals.j2, one macro per key).
    """

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params
