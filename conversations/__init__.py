"""What can be said: no platform, no database."""
