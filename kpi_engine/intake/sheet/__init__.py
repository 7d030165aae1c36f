"""What a sheet says: values, or a scorecard, or which row is wrong and why."""
