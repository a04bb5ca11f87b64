import type { ArffAttribute } from "./ArffAttribute.js";
import type { ArffToken } from "./arffTokens.js";
import { parseAttribute } from "./parseAttribute.js";

/** The header of an ARFF file, read line by line. */
export class ArffHeader {
  readonly attributes: ArffAttribute[] = [];
  readonly #names = new Set<string>();
  #ended = false;

  /** Whether `@data` has been read. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Reads a line of the header.
   *
   * @throws SyntaxError when the line is no `@relation`, `@attribute` or `@data` (in any case), an attribute is
   * declared wrongly or twice, or `@data` comes before any attribute.
   */
  add([keyword, ...rest]: readonly ArffToken[]): void {
    switch (keyword?.text.toLowerCase()) {
      case "@relation":
        break;
      case "@attribute":
        this.#addAttribute(parseAttribute(rest));
        break;
      case "@data":
        if (this.attributes.length === 0) throw new SyntaxError("@data before any @attribute");
        this.#ended = true;
        break;
      default:
        throw new SyntaxError(
          `the header has "${keyword?.text.slice(0, 40)}", expected @relation, @attribute or @data`,
        );
    }
  }

  #addAttribute(attribute: ArffAttribute): void {
    if (this.#names.has(attribute.name)) {
      throw new SyntaxError(`two attributes have the name "${attribute.name}"`);
    }
    this.#names.add(attribute.name);
    this.attributes.push(attribute);
  }
}
