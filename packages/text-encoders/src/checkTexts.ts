/** @throws TypeError where the inputs are no array, or naming the first that is no text */
export function checkTexts(encoder: string, texts: readonly string[]): void {
  if (!Array.isArray(texts)) {
    throw new TypeError(`${encoder}: got a ${typeof texts}; expected an array of strings`);
  }
  texts.forEach((text: unknown, i) => {
    if (typeof text === "string") return;
    throw new TypeError(`${encoder}: input ${i} is of type ${typeof text}; expected a string`);
  });
}
