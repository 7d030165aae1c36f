"""What the engine found, as messages in the reader's language."""
