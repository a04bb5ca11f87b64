import { arxiv } from "@sigf1/dataset-arxiv";
import { openDataset } from "@sigf1/datasets";

/** Streams the snapshot in a mirror folder and prints records, milliseconds and megabytes as JSON. */
const data = process.argv[2];
const before = process.memoryUsage.rss();
const start = performance.now();
let records = 0;
for await (const { labels } of openDataset(arxiv, { data, cache: data }).examples()) {
  if (labels.length > 0) records++;
}
const milliseconds = performance.now() - start;
// maxRSS is in kilobytes.
const megabytes = (process.resourceUsage().maxRSS * 1024 - before) / 1e6;
console.log(JSON.stringify({ records, milliseconds, megabytes }));
