"""The commands with which the bot is set up on a platform: `kpi-bot manifest`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from adapters.settings import Misconfigured
from bot.bootstrap import PLATFORMS
from kpi_engine.model.name import Language

MANIFESTS = {each.name: each.manifest for each in PLATFORMS if each.manifest}
"""Of the platforms that want one."""

commands = typer.Typer()


@commands.command()
def manifest(
    platform: Annotated[str, typer.Argument(help=f"A platform that wants a manifest: {', '.join(MANIFESTS)}.")],
    url: Annotated[
        str, typer.Option(help="Where this bot is reached from outside (https://…): for HTTP in place of a socket.")
    ] = "",
    language: Annotated[Language, typer.Option(help="Of the app's description there.")] = Language.EN,
) -> None:
    """Print the app manifest, to be pasted into the platform's page for new apps."""
    made = MANIFESTS.get(platform)
    if made is None:
        raise Misconfigured(f"manifest: {platform}: only {', '.join(MANIFESTS)} has one")
    if url and not url.startswith("https://"):
        raise Misconfigured(f"--url: {url}: has to begin with https://")
    print(json.dumps(made(language, url), indent=2, ensure_ascii=False))
