"""Scores of KPIs, departments, people and the company, and the targets that they are held against."""
