import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { build, preview } from "vite";

/** Milliseconds after which the browser is closed, so that whatever waits for it fails. */
const LIMIT = 60_000;

// WebGL by the software renderer that is part of Chromium, so that it is there without a GPU, too.
const WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

// The page has all it needs: other hosts than this machine do not resolve.
const OFFLINE = ["--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];

/**
 * Bundles the page of `page/` with Vite, opens it in a headless Chromium and gives what `use` makes of it.
 * Browser and server are closed, and the bundle is removed, whatever happens.
 * @param executablePath of Chromium
 * @throws Error after a minute
 */
export async function inChromium<Result>(
  executablePath: string,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const root = join(import.meta.dirname, "page");
  const outDir = await mkdtemp(join(tmpdir(), "sigf1-page-"));
  const shared = { root, configFile: false, logLevel: "warn" } as const;
  try {
    await build({ ...shared, build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 10_000 } });
    const server = await preview({
      ...shared,
      build: { outDir },
      preview: { host: "127.0.0.1", port: 0, open: false },
    });
    try {
      const url = server.resolvedUrls?.local[0];
      if (url === undefined) throw new Error("the preview server has no address");
      return await onPage(executablePath, url, use);
    } finally {
      await server.close();
    }
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

async function onPage<Result>(
  executablePath: string,
  url: string,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch({ executablePath, args: [...WEBGL, ...OFFLINE] });
  const watch = setTimeout(() => void browser.close(), LIMIT);
  try {
    const page = await browser.newPage();
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.goto(url);
    const result = await use(page);
    if (errors.length > 0) throw new AggregateError(errors, `the page threw: ${errors.join("; ")}`);
    return result;
  } finally {
    clearTimeout(watch);
    await browser.close();
  }
}
