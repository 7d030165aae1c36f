"""Rules for points as people write them."""
