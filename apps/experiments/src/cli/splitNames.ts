/** The names that commas part; a comma within brackets is part of a name, as in `bce hidden=[8,4]`. */
export function splitNames(list: string): string[] {
  const names = [""];
  let depth = 0;
  for (const character of list) {
    if ("[{(".includes(character)) depth += 1;
    if ("]})".includes(character)) depth = Math.max(0, depth - 1);
    if (character === "," && depth === 0) names.push("");
    else names[names.length - 1] += character;
  }
  return names.map((name) => name.trim());
}
