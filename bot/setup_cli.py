"""The commands with which the bot is set up on a platform: `kpi-bot manifest`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated

import typer

from adapters.platform import Manifest
from adapters.settings import Misconfigured
from bot import bootstrap
from kpi_engine.model.name import Language

commands = typer.Typer()


def manifests() -> Mapping[str, Manifest]:
    """Of the platforms that want one, by their names."""
    return {each.name: each.manifest for each in bootstrap.PLATFORMS if each.manifest}


@commands.command()
def manifest(
    platform: Annotated[str, typer.Argument(help=f"A platform that wants a manifest: {', '.join(manifests())}.")],
    url: Annotated[
        str, typer.Option(help="Where this bot is reached from outside (https://…): for HTTP in place of a socket.")
    ] = "",
    language: Annotated[Language, typer.Option(help="Of the app's description there.")] = Language.EN,
) -> None:
    """Print the app manifest, to be pasted into the platform's page for new apps."""
    if platform not in manifests():
        raise Misconfigured(f"manifest: {platform}: only {', '.join(manifests())} has one")
    if url and not url.startswith("https://"):
        raise Misconfigured(f"--url: {url}: has to begin with https://")
    print(json.dumps(manifests()[platform](language, url), indent=2, ensure_ascii=False))
