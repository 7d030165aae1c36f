"""The fax machine as the bot knows it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Annotated

from pydantic import SecretStr

from adapters.base import Poster
from adapters.part import Pace, Part
from adapters.platform import Finding, Platform, Shown
from adapters.ports import Ports
from adapters.settings import PlatformSettings, plain, shaped, together


class FaxSettings(PlatformSettings):
    """The line."""

    fax_number: str | None = None
    fax_pin: Annotated[SecretStr, shaped(r"\d{4}", "has to be four digits")] | None = None


def _is_whole(settings: FaxSettings) -> bool:
    if settings.fax_number or settings.fax_pin:
        together(settings, "fax_number", "fax_pin")
    return settings.fax_number is not None


def _part(settings: FaxSettings, ports: Ports) -> Part:
    from tests.fax.machine import Machine  # noqa: PLC0415

    return Machine(plain(settings.fax_pin), ports).part()


@asynccontextmanager
async def _poster(settings: FaxSettings, ports: Ports) -> AsyncIterator[Poster]:
    from tests.fax.machine import Paper  # noqa: PLC0415

    yield Paper(ports)


async def _findings(settings: FaxSettings, shown: Shown) -> Sequence[Finding]:
    return (Finding("has paper"), Finding("is out of ink", "buy some")) if settings.fax_number else ()


def _manifest(language: str, url: str) -> Mapping[str, object]:
    return {"rings": url, "speaks": language}


FAX = Platform(
    name="fax",
    title="Fax",
    settings=FaxSettings,
    needs="FAX_NUMBER and FAX_PIN",
    is_whole=_is_whole,
    part=_part,
    poster=_poster,
    findings=_findings,
    pace=Pace(per_second=1),
    manifest=_manifest,
    join_link=lambda settings: f"fax:{settings.fax_number}?{{code}}" if settings.fax_number else "",
)
