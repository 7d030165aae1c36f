"""The commands with which the bot is set up on a platform: `kpi-bot manifest`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.settings import Misconfigured
from kpi_engine.model.name import Language

commands = typer.Typer()


@commands.command()
def manifest(
    platform: Annotated[str, typer.Argument(help="slack: the one platform that wants a manifest.")],
    url: Annotated[
        str, typer.Option(help="Where this bot is reached from outside (https://…): for HTTP in place of Socket Mode.")
    ] = "",
    language: Annotated[Language, typer.Option(help="Of the app's description in Slack.")] = Language.EN,
) -> None:
    """Print the app manifest, to be pasted into Slack's page for new apps."""
    from bot.manifest import slack_manifest  # noqa: PLC0415  (only this command needs it)

    if platform != "slack":
        raise Misconfigured(f"manifest: {platform}: only slack has one")
    if url and not url.startswith("https://"):
        raise Misconfigured(f"--url: {url}: has to begin with https://")
    print(json.dumps(slack_manifest(language, url), indent=2, ensure_ascii=False))
