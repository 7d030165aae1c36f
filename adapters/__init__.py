"""Platforms: payload to event, view to payload, nothing else."""
