import { DatasetError, type DatasetErrorPlace } from "@sigf1/datasets";

/** The value of `parse`; its SyntaxError becomes a DatasetError that says where. */
export function locateSyntaxErrors<T>(place: DatasetErrorPlace, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new DatasetError(cause.message, { ...place, cause });
  }
}
