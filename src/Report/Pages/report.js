"use strict";
// Sorts a table by the heading that is pressed, and shows only the rows that hold a text. Without script the page reads the same.
for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const heading = button.parentElement;
    const row = heading.parentElement;
    const column = Array.prototype.indexOf.call(row.children, heading);
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const other of row.children) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = row.closest("table").tBodies[0];
    const rows = Array.from(body.rows).map((line, place) => ({ line, place, text: line.cells[column].textContent }));
    const numbers = rows.every((item) => !Number.isNaN(Number(item.text)));
    rows.sort((a, b) => {
      if (a.text === "" || b.text === "") return (a.text === "" ? 1 : 0) - (b.text === "" ? 1 : 0) || a.place - b.place;
      const order = numbers ? Number(a.text) - Number(b.text) : a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
      return (down ? -order : order) || a.place - b.place;
    });
    for (const item of rows) body.append(item.line);
  });
}
for (const input of document.querySelectorAll("input[data-filter]")) {
  input.addEventListener("input", () => {
    const wanted = input.value.toLowerCase();
    for (const line of document.getElementById(input.dataset.filter).tBodies[0].rows)
      line.hidden = !line.textContent.toLowerCase().includes(wanted);
  });
}
// On paper nothing can be opened, so everything is.
let closed = [];
addEventListener("beforeprint", () => { closed = Array.from(document.querySelectorAll("details:not([open])")); for (const item of closed) item.open = true; });
addEventListener("afterprint", () => { for (const item of closed) item.open = false; });
