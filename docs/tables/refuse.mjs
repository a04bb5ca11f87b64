/**
 * Ends a program for a mistake of its user: one sentence instead of a stack trace.
 * @param {string} message
 * @returns {never}
 */
export function refuse(message) {
  console.error(message);
  process.exit(2);
}
