/**
 * The figure of one class that a rule maximises on validation data: `f1`; `{ fbeta: b }` for
 * (1 + b²)tp/((1 + b²)tp + b² fn + fp) with b ≥ 0 (precision at 0, recall at ∞); or `mcc`, Matthews' correlation
 * (tp tn − fp fn)/√((tp + fp)(tp + fn)(tn + fp)(tn + fn)).
 */
export type ClassMetric = "f1" | "mcc" | { readonly fbeta: number };
