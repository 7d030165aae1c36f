"""The catalogue of KPIs, and how weights and targets are proposed."""
