import { createHash } from "node:crypto";
import type { ComponentChildren } from "preact";
import { sortScript } from "./sortScript.js";
import { styleSheet } from "./styleSheet.js";

/** The browser itself holds the file to its word: nothing is fetched, and nothing runs but the script that sorts. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash("sha256").update(sortScript).digest("base64")}'`;

/** An HTML document that refers to nothing outside itself. */
export function Document(props: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <title>{props.title}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body>
        <main>{props.children}</main>
        <script dangerouslySetInnerHTML={{ __html: sortScript }} />
      </body>
    </html>
  );
}
