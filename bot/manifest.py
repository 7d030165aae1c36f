"""`kpi-bot manifest`: what a platform has to know of the bot before it can be set up there."""

from __future__ import annotations

from adapters.slack.manifest import ManifestWords, manifest
from conversations.texts import texts_for
from kpi_engine.model.name import Language


def slack_manifest(language: Language, url: str = "") -> dict[str, object]:
    """Slack's, in the one language that an app has there; `url` is where this bot is reached, for HTTP."""
    texts = texts_for(language, "")
    words = {key: texts.label(f"manifest.{key}") for key in texts.names_in("manifest")}
    return manifest(ManifestWords(**words), url)
