"""What was measured: which entry periods count, what stands in the record, and what it comes to."""
