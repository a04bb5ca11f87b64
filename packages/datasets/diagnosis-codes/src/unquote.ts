/** A field without the quotes around it, doubled quotes as one. */
export function unquote(field: string): string {
  const [, inner] = /^\s*"(.*)"\s*$/s.exec(field) ?? [];
  return inner === undefined ? field : inner.replaceAll('""', '"');
}
