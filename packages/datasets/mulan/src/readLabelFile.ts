import { readFile } from "node:fs/promises";
import { DatasetError } from "@sigf1/datasets";
import { XMLParser, XMLValidator } from "fast-xml-parser";

/** The names of the labels, each with those of the labels above it (nearest first), in the order of the file. */
export type LabelHierarchy = ReadonlyMap<string, readonly string[]>;

/** A node as the parser gives it where it preserves the order: text, or an element under its name. */
interface XmlNode {
  readonly "#text"?: string;
  readonly labels?: readonly XmlNode[];
  readonly label?: readonly XmlNode[];
  /** The element's attributes. */
  readonly ":@"?: Readonly<Record<string, string>>;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  htmlEntities: true, // character references, too
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/**
 * Reads MULAN's list of labels: `<labels><label name="…"/>…</labels>`, where a label may hold labels below it.
 *
 * @throws DatasetError naming the file, and the line where it is known, when it is not well-formed XML in UTF-8,
 * has a document type (which can define entities), anything but labels, a label without a name or twice, or no
 * label.
 * @see http://mulan.sourceforge.net/format.html
 */
export async function readLabelFile(file: string): Promise<LabelHierarchy> {
  const roots = elements(parse(await readText(file), file), file);
  const root = roots[0]?.labels;
  if (root === undefined || roots.length > 1) {
    throw new DatasetError("expected one <labels> that holds the labels", { file });
  }
  const hierarchy = new Map<string, readonly string[]>();
  const add = (nodes: readonly XmlNode[], above: readonly string[]) => {
    for (const { label, ":@": attributes } of elements(nodes, file)) {
      if (label === undefined)
        throw new DatasetError("expected only <label> in <labels>", { file });
      const name = attributes?.name;
      if (!name) throw new DatasetError("a <label> has no name", { file });
      if (hierarchy.has(name))
        throw new DatasetError(`the label "${name}" is there twice`, { file });
      hierarchy.set(name, above);
      add(label, [name, ...above]);
    }
  };
  add(root, []);
  if (hierarchy.size === 0) throw new DatasetError("<labels> holds no <label>", { file });
  return hierarchy;
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (cause) {
    const reason = cause instanceof TypeError ? "it is not UTF-8 text" : String(cause);
    throw new DatasetError(`the list of labels cannot be read: ${reason}`, { file, cause });
  }
}

function parse(xml: string, file: string): readonly XmlNode[] {
  if (/<!DOCTYPE/i.test(xml)) {
    throw new DatasetError("a document type is not read: take out <!DOCTYPE …>", { file });
  }
  const valid = XMLValidator.validate(xml);
  if (valid !== true) {
    const { msg, line } = valid.err;
    throw new DatasetError(`the list of labels is not well-formed XML: ${msg}`, { file, line });
  }
  try {
    return parser.parse(xml);
  } catch (cause) {
    throw new DatasetError(`the list of labels cannot be read: ${cause}`, { file, cause });
  }
}

function elements(nodes: readonly XmlNode[], file: string): readonly XmlNode[] {
  return nodes.filter(({ "#text": text }) => {
    if (text === undefined) return true;
    if (text.trim() === "") return false;
    throw new DatasetError(`expected only <label> in <labels>, found "${text.trim()}"`, { file });
  });
}
