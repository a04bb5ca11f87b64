/** A column of an ARFF table, as its header declares it. `real` and `integer` are numeric. */
export type ArffAttribute =
  | { readonly name: string; readonly kind: "numeric" | "string" }
  | { readonly name: string; readonly kind: "nominal"; readonly values: readonly string[] };
