"""Why a score is what it is, what moved it, and what would raise it."""
