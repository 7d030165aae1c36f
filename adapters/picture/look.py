"""The colours of a picture; each look is safe on its own page."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.view import Mark


@dataclass(frozen=True, slots=True)
class Look:
    """What every part of a picture is coloured with."""

    page: str
    """What it is drawn on; words over lines stand on it too."""
    ink: str
    soft: str
    rule: str
    accent: str
    other: str
    good: str
    fair: str
    poor: str

    def of(self, mark: Mark) -> str:
        """The colour of a standing; its shape says the same."""
        match mark:
            case Mark.GOOD:
                return self.good
            case Mark.FAIR:
                return self.fair
            case Mark.POOR:
                return self.poor
            case Mark.NONE:
                return self.soft


LIGHT = Look(
    page="#ffffff",
    ink="#1f2328",
    soft="#5c6066",
    rule="#e3e0d8",
    accent="#0f6b63",
    other="#3565c4",
    good="#1a7f4b",
    fair="#b26a00",
    poor="#c7362f",
)
PAGE = Look(
    page="var(--card)",
    ink="var(--ink)",
    soft="var(--soft)",
    rule="var(--line)",
    accent="var(--accent)",
    other="var(--blue)",
    good="var(--good)",
    fair="var(--fair)",
    poor="var(--poor)",
)
"""Of the web page on which the picture stands, light or dark as that is."""
