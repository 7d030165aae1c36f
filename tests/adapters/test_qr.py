"""A link as a QR code: a picture where the platform shows one, and beside it in words everywhere."""

from __future__ import annotations

import re

import segno

from adapters.picture import picture
from adapters.slack.message import uploads
from adapters.telegram.render import Photo, drawn
from adapters.terminal.blocks import block
from adapters.web.blocks import draw_block
from conversations.view import Message, QrCode
from tests.adapters.playing import WORDS

CODE = QrCode("Invitation of Li Na", "https://t.me/kpi_bot?start=K00000000001")
EDGE, WIDTH, QUIET = 24, 640, 4


def modules(svg: str) -> list[list[bool]]:
    """What a camera sees: at the middle of each module, whether it is dark."""
    size = len(segno.make_qr(CODE.content, error="m").matrix)
    side = (WIDTH - 2 * EDGE) / (size + 2 * QUIET)
    bars = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="#000000"/>', svg)
    boxes = [tuple(map(float, bar)) for bar in bars]
    middle = [EDGE + (n + QUIET + 0.5) * side for n in range(size)]
    return [[any(x < at < x + w and y < down < y + h for x, y, w, h in boxes) for at in middle] for down in middle]


def test_every_module_is_where_it_belongs() -> None:
    assert modules(picture(CODE)) == [
        [bool(one) for one in row] for row in segno.make_qr(CODE.content, error="m").matrix
    ]


def test_each_platform_shows_what_it_can() -> None:
    message = Message((CODE,))
    assert [each.of for each in drawn(message) if isinstance(each, Photo)] == [CODE]
    assert [(each.name, each.of) for each in uploads(message)] == [("Invitation of Li Na.png", CODE)]
    assert block(CODE, 80) == []
    assert 'alt="Invitation of Li Na"' in draw_block(CODE, WORDS["en"])
