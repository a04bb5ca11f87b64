import { pathToFileURL } from "node:url";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** A file as it stands in a browser, and what the browser was asked for and said meanwhile. */
export interface OpenedPage {
  readonly page: Page;
  /** Addresses, but for the file's own. */
  readonly requests: readonly string[];
  /** Messages of the console, errors and breaches of the page's own policy among them. */
  readonly messages: readonly string[];
}

/** Opens a file in a headless Chromium, gives what `use` makes of it, and closes the browser whatever happens. */
export async function onPage<Result>(
  executablePath: string,
  path: string,
  options: BrowserContextOptions,
  use: (opened: OpenedPage) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage(options);
    const address = pathToFileURL(path).href;
    const requests: string[] = [];
    const messages: string[] = [];
    page.on("request", (request) => {
      if (request.url() !== address) requests.push(request.url());
    });
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(String(error)));
    await page.goto(address);
    return await use({ page, requests, messages });
  } finally {
    await browser.close();
  }
}
