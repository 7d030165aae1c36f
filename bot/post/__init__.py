"""What is owed to be told, on its way over a platform."""
