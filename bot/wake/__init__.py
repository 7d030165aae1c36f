"""When the bot wakes, and what it then finds due."""
