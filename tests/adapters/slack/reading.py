"""What somebody can read of what stands in Slack."""

from __future__ import annotations

from collections.abc import Iterator

from tests.adapters.slack.state import Json, Posted


def blocks_of(shown: Posted | Json) -> list[Json]:
    """The blocks of a message, or of a modal or home tab."""
    return shown.blocks if isinstance(shown, Posted) else list(shown["blocks"])


def words_of(shown: Posted | Json) -> str:
    """All that is there to be read in a message, modal or home tab, with what stands in fields and links lead to."""
    if isinstance(shown, Posted):
        return " ".join(_strings(shown.blocks)) or str(shown.payload["text"])
    frame = [shown[part] for part in ("title", "submit", "close") if shown.get(part)]
    return " ".join(_strings([*frame, *shown["blocks"]]))


def _strings(value: Json) -> Iterator[str]:
    match value:
        case {"type": str(), "text": str(text)}:
            yield from (text, str(value.get("url", "")))
        case dict():
            yield from (each for key in ("initial_value", "initial_date") if (each := value.get(key)))
            for key, each in value.items():
                if key not in _UNSEEN:
                    yield from _strings(each)
        case list():
            for each in value:
                yield from _strings(each)
        case _:
            pass


_UNSEEN = ("type", "value", "block_id", "action_id", "initial_option", "initial_options")
