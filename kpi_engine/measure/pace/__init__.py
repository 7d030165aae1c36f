"""Whether a KPI keeps pace inside its period."""
