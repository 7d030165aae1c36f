"""Telegram: private chats and groups, by polling or by webhook."""
