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

// On a narrow page a row of a table reads downwards, each cell behind its heading; wide matrices scroll.
const mostStacked = 14;
const narrow = matchMedia("(max-width: 44rem)");
const stack = () => {
  if (!narrow.matches) return;
  for (const table of document.querySelectorAll("table:not(.stacks)")) {
    const headings = Array.from(table.tHead.rows[0].cells, (cell) => cell.textContent);
    if (headings.length > mostStacked) continue;
    table.classList.add("stacks");
    for (const line of table.tBodies[0].rows)
      for (const [column, cell] of Array.from(line.cells).entries()) cell.dataset.heading = headings[column];
  }
};
narrow.addEventListener("change", stack);
stack();

// What a mark of a plot stands for is read beside it, at once; without script it is the mark's title.
const reading = document.createElement("div");
reading.className = "reading";
reading.hidden = true;
document.body.append(reading);
for (const point of document.querySelectorAll("a.point")) {
  const title = point.querySelector("title");
  const text = title.textContent;
  point.addEventListener("pointerenter", () => {
    title.textContent = ""; // else the browser shows it a second time
    reading.textContent = text;
    reading.hidden = false;
    const mark = point.getBoundingClientRect();
    const size = reading.getBoundingClientRect();
    reading.style.left = `${Math.max(8, Math.min(mark.right + 8, innerWidth - size.width - 8))}px`;
    reading.style.top = `${mark.bottom + 8 + size.height > innerHeight ? mark.top - size.height - 8 : mark.bottom + 8}px`;
  });
  point.addEventListener("pointerleave", () => {
    title.textContent = text;
    reading.hidden = true;
  });
}

// A link into what is closed opens it; one to an experiment opens that.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const inside = [];
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) inside.push(box);
  const own = target.tagName === "H3" ? target.parentElement.querySelector(":scope > details.experiment") : null;
  for (const box of own ? [...inside, own] : inside) box.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();

// The contents show where the reader is.
const links = new Map(Array.from(document.querySelectorAll("nav a"), (link) => [link.hash.slice(1), link]));
const order = Array.from(document.querySelectorAll("h1[id],h2[id],h3[id]")).filter((heading) => links.has(heading.id));
let here = null;
const show = () => {
  const passed = order.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
  const link = links.get((passed.at(-1) ?? order[0])?.id);
  if (link === here) return;
  here?.classList.remove("here");
  here = link;
  here?.classList.add("here");
  here?.scrollIntoView({ block: "nearest" });
};
let waiting = false;
addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; show(); });
}, { passive: true });

// On paper nothing can be opened, so everything is.
let closed = [];
addEventListener("beforeprint", () => { closed = Array.from(document.querySelectorAll("details:not([open])")); for (const item of closed) item.open = true; });
addEventListener("afterprint", () => { for (const item of closed) item.open = false; });
