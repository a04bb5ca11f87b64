/** The page's style: light unless the reader's system is dark, and light on paper. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --page: #fff; --text: #1b1f24; --muted: #5c6670; --line: #c9cfd6; --hairline: #e8ebee;
  --context: #d4d9de; --mark: #eaf1fb; --alert: #9a5b00; --alert-page: #fdf6e9;
  --series-0: #2f62d0; --series-1: #c4570a; --series-2: #17804d; --series-3: #8b3fc4;
  --series-4: #b3256e; --series-5: #0b7d8c; --series-6: #80562d; --series-7: #6b7410;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #15181c; --text: #e4e7ea; --muted: #9aa4ae; --line: #434b54; --hairline: #272c32;
    --context: #3a4149; --mark: #1d2a3d; --alert: #e6b566; --alert-page: #262016;
    --series-0: #7ba4ff; --series-1: #f79a58; --series-2: #4fc78b; --series-3: #c092f2;
    --series-4: #f481b5; --series-5: #4cc6d4; --series-6: #cda27a; --series-7: #c0c65c;
  }
}
* { box-sizing: border-box; }
html { font-size: 15px; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main { max-width: 1224px; margin: 0 auto; padding: 40px 32px 56px; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 20px; letter-spacing: -0.01em; }
h2 { font-size: 1.27rem; line-height: 1.3; margin: 44px 0 14px; }
h3 { font-size: 1.07rem; line-height: 1.3; margin: 36px 0 16px; padding-top: 10px; border-top: 1px solid var(--line); }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.9em; }
ul { margin: 6px 0 0; padding-left: 18px; }
li { margin: 3px 0; }
small, .note, .kicker, figcaption { color: var(--muted); }
.kicker { margin: 0; font-size: 0.867rem; }
.note { font-size: 0.867rem; max-width: 92ch; }
.facts { display: flex; flex-wrap: wrap; gap: 14px 36px; margin: 0; padding: 14px 0;
  border: solid var(--line); border-width: 1px 0; }
.facts dt { font-size: 0.8rem; color: var(--muted); }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; }
.facts small { display: block; font-size: 0.8rem; }
.facts div { max-width: 48ch; overflow-wrap: anywhere; }
.findings { display: grid; grid-template-columns: 190px minmax(0, 80ch); gap: 14px 24px; margin: 0; }
.findings dt { color: var(--muted); }
.findings dd { margin: 0; font-variant-numeric: tabular-nums; }
.warnings { margin-top: 32px; padding: 12px 18px 14px; border-left: 3px solid var(--alert);
  background: var(--alert-page); font-size: 0.933rem; }
.warnings h2 { margin: 0; font-size: 1rem; color: var(--alert); }
/* Where columns are hidden to the right, a shadow at that edge says so; the page's colour covers it at the end. */
.scroll { overflow-x: auto; margin-bottom: 28px;
  background: linear-gradient(var(--page), var(--page)) right / 28px 100% no-repeat local,
    linear-gradient(to left, var(--context), transparent) right / 14px 100% no-repeat scroll; }
/* One width of the columns for all tables, so that they line up. */
.results { --name: 200px; --column: 94px; min-width: calc(var(--name) + var(--columns) * var(--column)); }
.results .name { width: var(--name); }
table { border-collapse: collapse; table-layout: fixed; width: 100%; font-size: 0.867rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: 6px; font-size: 0.933rem; }
caption code { font-weight: 600; }
th { font-weight: 400; }
thead th { color: var(--muted); text-align: right; vertical-align: bottom; padding: 3px 0 5px 8px; line-height: 1.25; }
thead th[data-column="0"] { text-align: left; padding-left: 16px; }
.cells :is(th, td):nth-child(-n + 4) { text-align: left; padding-left: 0; padding-right: 8px; overflow-wrap: anywhere; white-space: normal; }
a { color: inherit; text-underline-offset: 2px; text-decoration-color: var(--muted); }
th button { all: unset; position: relative; cursor: pointer; }
th button:hover { color: var(--text); }
th button:focus-visible { outline: 2px solid var(--series-0); outline-offset: 2px; border-radius: 2px; }
th[aria-sort] button { color: var(--text); }
th[aria-sort] button::before { position: absolute; right: calc(100% + 3px); bottom: 0; font-size: 0.7em; line-height: 2; }
th[aria-sort="ascending"] button::before { content: "▲"; }
th[aria-sort="descending"] button::before { content: "▼"; }
thead .group { padding-bottom: 0; }
thead .group span { display: block; text-align: left; border-bottom: 1px solid var(--line); padding-bottom: 2px; }
thead tr:last-child th, thead tr:first-child > [rowspan] { border-bottom: 1px solid var(--line); }
tbody th { position: sticky; left: 0; background: var(--page); text-align: left; overflow-wrap: anywhere; padding: 4px 8px 4px 0; }
tbody td { text-align: right; white-space: nowrap; padding: 4px 0 4px 8px; }
tbody tr + tr > * { border-top: 1px solid var(--hairline); }
tbody.baselines { border-top: 1px solid var(--muted); color: var(--muted); }
tbody.baselines tr:first-child > * { padding-top: 9px; }
tbody:has(+ .baselines) tr:last-child > * { padding-bottom: 9px; }
tbody:last-child { border-bottom: 1px solid var(--line); }
td.best { background: var(--mark); }
.interval { display: inline-block; min-width: 3.6em; padding-left: 0.3em; text-align: left;
  font-size: 0.733rem; color: var(--muted); }
table small { white-space: nowrap; }
.findings strong { white-space: nowrap; }
.swatch { display: inline-block; width: 9px; height: 9px; border-radius: 50%; margin-right: 7px;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
details { margin-top: 18px; }
details > summary { cursor: pointer; color: var(--muted); margin-bottom: 14px; }
figure { margin: 0 0 40px; }
figcaption { font-size: 0.867rem; max-width: 92ch; margin-bottom: 12px; }
figcaption strong { color: var(--text); }
figure svg { display: block; max-width: 100%; height: auto; }
figure svg text { font-family: inherit; font-variant-numeric: tabular-nums; }
pre { margin: 0 0 12px; padding: 12px 14px; overflow-x: auto; white-space: pre-wrap;
  border: 1px solid var(--line); border-radius: 4px; }
@media screen and (max-width: 1220px) {
  .results { --name: 160px; --column: 68px; }
  .results .interval { display: block; min-width: 0; padding: 0; text-align: right; }
}
/* Figures keep a size at which their text can be read. */
@media screen and (max-width: 1000px) {
  figure > div { overflow-x: auto; }
  figure svg { max-width: none; }
}
@media (max-width: 720px) {
  main { padding: 24px 16px; }
  .findings { grid-template-columns: minmax(0, 1fr); gap: 4px; }
  .findings dd { margin-bottom: 12px; }
}
@page { size: A4 landscape; margin: 12mm; }
@media print {
  html { font-size: 11.5px; }
  main { max-width: none; padding: 0; }
  .results { min-width: 0; }
  thead th, tbody td { padding-left: 8px; }
  .scroll { overflow: visible; background: none; }
  tr, figure, .warnings, .findings dd { break-inside: avoid; }
  caption { break-after: avoid; }
  figure { margin-bottom: 16px; }
  /* Two to a page; those of many rows keep the page's width. */
  figure.wide svg { width: auto; max-height: 66mm; }
  h2, h3 { break-after: avoid; margin-top: 24px; }
  details, .screen { display: none; }
}
`;
