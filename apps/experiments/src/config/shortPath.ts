/** The last key of a path, or the whole path where several axes have that key. */
export function shortPath(path: string, axes: readonly string[]): string {
  const last = lastKey(path);
  return axes.filter((axis) => lastKey(axis) === last).length > 1 ? path : last;
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
