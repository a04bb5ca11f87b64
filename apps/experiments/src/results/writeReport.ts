import type { ReportFiles } from "./ReportFiles.js";

/**
 * Writes the report and the tables from the results in a folder, beside them; of a study with several cells those of each
 * cell in its folder, too.
 * @throws ConfigurationError where a folder holds no readable results
 */
export async function writeReport(folder: string): Promise<ReportFiles> {
  // Figures take a library that is slow to load; other commands do without.
  const { writeReportFiles } = await import("./writeReportFiles.js");
  return writeReportFiles(folder);
}
