/** @throws TypeError naming the first input that is no path */
export function checkPaths(encoder: string, files: readonly string[]): void {
  if (!Array.isArray(files)) {
    throw new TypeError(`${encoder}: got a ${typeof files}; expected an array of paths`);
  }
  files.forEach((file: unknown, i) => {
    if (typeof file === "string") return;
    const type = file instanceof Uint8Array ? "bytes" : `of type ${typeof file}`;
    throw new TypeError(`${encoder}: input ${i} is ${type}; expected the path of an image file`);
  });
}
