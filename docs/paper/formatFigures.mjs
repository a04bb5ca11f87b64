/**
 * The figures as JSON, in the order of the names, in which a list is a line, so that a change shows what has changed.
 * @param {readonly string[]} names of experiments
 * @param {object} kept figures by name
 * @returns {string}
 */
export function formatFigures(names, kept) {
  const ordered = Object.fromEntries(names.map((name) => [name, kept[name]]));
  const oneLine = (list) => `[${JSON.parse(list).join(", ")}]`;
  return `${JSON.stringify(ordered, null, 2).replace(/\[[^[\]{}]*\]/g, oneLine)}\n`;
}
