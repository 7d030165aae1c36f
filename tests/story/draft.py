"""What somebody has written into a modal and has not handed in yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Draft:
    """Answers by the labels of their fields; of those that will be refused first the refused one."""

    _answers: dict[str, list[Sequence[str]]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self._answers)

    def writes(self, label: str, words: Sequence[str]) -> None:
        """An answer; after one that is refused what is put in its place then."""
        self._answers.setdefault(label, []).append(words)

    def takes_back(self) -> None:
        """The last field is empty again."""
        self._answers.popitem()

    def handed_in(self) -> Iterator[dict[str, Sequence[str]]]:
        """What stands there each time that it is handed in, until nothing is refused any more; it is no draft then."""
        answers, self._answers = self._answers, {}
        for number in range(max(map(len, answers.values()))):
            yield {label: tried[min(number, len(tried) - 1)] for label, tried in answers.items()}
