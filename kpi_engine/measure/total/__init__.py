"""What a scorecard comes to with gates, two-way tables, points given by hand, and grades."""
