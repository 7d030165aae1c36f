"""The vocabulary: frozen values that every other part speaks in."""
