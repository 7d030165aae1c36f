"""One function per command: what the engine does."""
