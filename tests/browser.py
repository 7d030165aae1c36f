"""Chromium, and a page on this machine for it to look at."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.applications import Starlette

QUIETLY = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


PATIENCE = 30_000
"""Milliseconds for what is expected of a page to come true: a busy machine is no failure."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or whatever goes by one of its names."""
    expect.set_options(timeout=PATIENCE)
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "The browser tests need Chromium: run `make browser`, or install the package `chromium`."
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=found, args=list(QUIETLY))


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """The address of the app, which is served until it is no longer needed."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, ws="none", lifespan="off", log_level="warning"))
    serving = Thread(target=server.run, kwargs={"sockets": [listener]})
    serving.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    server.should_exit = True
    serving.join()
    listener.close()


def collect_complaints(page: Page, address: str, complaints: list[str]) -> None:
    """Whatever the browser finds wrong from now on, a request to another address included."""
    page.on("console", lambda said: complaints.append(said.text) if said.type != "log" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url))
