"""The measuring of performance: knows KPIs, nothing of chats."""
