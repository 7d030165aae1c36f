"""What a history says about periods to come."""
