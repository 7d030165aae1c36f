"""The two companies."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from tests.story.book import Book

_HERE = Path(__file__).parent

KESTREL = Book(
    _HERE / "kestrel",
    ("Grace", "Tom", "Priya", "Luis", "美玲", "Ben", "Sam", "Ola", "Kofi", "Ruth", "Jack", "Dana", "nina_k"),
    ZoneInfo("Europe/London"),
)
QINGHE = Book(
    _HERE / "qinghe",
    ("周岚", "刘洋", "张敏", "赵磊", "陈静", "孙强", "吴涛", "郑浩", "Emma", "何丽", "马骏", "林会计", "小宋"),
    ZoneInfo("Asia/Shanghai"),
    "zh-hans",
)
BOOKS = {book.folder: book for book in (KESTREL, QINGHE)}
"""By the folder that their chapters are in."""
