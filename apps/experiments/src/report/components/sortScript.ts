/**
 * Makes the tables of class `sortable` sortable, the one script of the page: the headings with `data-sort`, the order of
 * their first click, become buttons; a second click turns the order round, a third gives back the first. Rows stay
 * within their `tbody`. Without it the tables are as they are.
 */
export const sortScript = `
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = table.querySelectorAll("th[data-sort]");
  const bodies = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
  for (const head of heads) {
    const column = Number(head.dataset.column);
    const first = head.dataset.sort;
    const orders = ["none", first, first === "ascending" ? "descending" : "ascending"];
    const valueOf = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent;
    const compare = (a, b) => {
      const [x, y] = [valueOf(a), valueOf(b)];
      return x - y || x.localeCompare(y);
    };
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const order = orders[(orders.indexOf(head.getAttribute("aria-sort") ?? "none") + 1) % 3];
      for (const other of heads) other.removeAttribute("aria-sort");
      if (order !== "none") head.setAttribute("aria-sort", order);
      for (const { body, rows } of bodies) {
        const sorted = order === "none" ? rows : [...rows].sort(compare);
        body.append(...(order === "descending" ? sorted.reverse() : sorted));
      }
    });
  }
}
`;
