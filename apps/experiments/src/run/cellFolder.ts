import type { Study } from "../config/Study.js";

/** Folder of a cell's results, relative to the study's: that of a single one is the study's own. */
export const cellFolder = ({ cells }: Pick<Study, "cells">, name: string) =>
  cells.length > 1 ? name : ".";
