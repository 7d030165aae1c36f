"""Tokens that are kept are sealed by KPI_BOT_SECRET_KEY: whoever reads the database alone can use none of them."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken

from adapters.ports import OtherKey


class Seal:
    """Seals text by a secret, and opens it again."""

    def __init__(self, secret: str) -> None:
        self._fernet = Fernet(urlsafe_b64encode(sha256(b"kpi-bot: kept tokens\n" + secret.encode()).digest()))

    def close(self, text: str) -> str:
        """The text, sealed."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """The text; OtherKey where this secret does not open it."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise OtherKey from error
