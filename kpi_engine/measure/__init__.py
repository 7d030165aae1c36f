"""Values become scores: formulas, curves, targets, totals, forecasts, boards, and the reasons for all of them."""
