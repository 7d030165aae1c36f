"""Queries that answer questions with model values."""
