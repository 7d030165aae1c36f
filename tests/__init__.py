"""How the bot is used, and that it does as it says."""
