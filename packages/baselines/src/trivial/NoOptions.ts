/** Of a classifier that takes none. */
export type NoOptions = Readonly<Record<never, never>>;
