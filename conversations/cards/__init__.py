"""Results of the engine, worded as messages."""
