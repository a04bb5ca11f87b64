import { DatasetError } from "../DatasetError.js";
import type { Finding } from "./Check.js";

/** What a check finds; a DatasetError is a failed check. Any other error is a fault of the code and goes through. */
export async function attempt(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof DatasetError) return { passed: false, detail: error.message };
    throw error;
  }
}
