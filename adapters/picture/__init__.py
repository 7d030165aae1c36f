"""Pictures of charts and tables: SVG text, the same for every platform, and PNG for those that draw none."""

from __future__ import annotations

from adapters.picture.look import LIGHT, Look
from adapters.picture.qr import qr
from adapters.picture.table import table
from adapters.picture.trend import trend
from conversations.view import Chart, QrCode, Table


def picture(of: Chart | Table | QrCode, look: Look = LIGHT) -> str:
    """The SVG, 640 units wide so that it can be read on a phone, on an opaque page of its own."""
    match of:
        case Chart():
            return trend(of, look)
        case Table():
            return table(of, look)
        case QrCode(link=link):
            return qr(link)
