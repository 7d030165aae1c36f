"""What is done about KPIs once they are in force."""
