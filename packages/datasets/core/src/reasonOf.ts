/** The message of what was thrown; fetch hides the reason (ENOTFOUND, ECONNREFUSED, …) in the error's cause. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return cause.message || ("code" in cause ? String(cause.code) : cause.name);
}
