"""Every way of scoring as a curve: what a value earns, and what may be wrong with a scoring."""
