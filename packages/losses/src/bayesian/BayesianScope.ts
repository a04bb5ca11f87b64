/** What has a pair (β, η) of its own: the whole batch, each class, or each example. */
export type BayesianScope = "global" | "class" | "example";
