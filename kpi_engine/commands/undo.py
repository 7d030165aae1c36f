"""What one may ask about what one did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back the last thing the person did that can be taken back."""
