"""A made-up trading company with a year of data, to try the bot on."""
