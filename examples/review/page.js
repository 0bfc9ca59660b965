"use strict";
// Shows what is known of a figure and where it stands in the text. Without scripts every figure is still a link to its
// place in the source below.
const panel = document.getElementById("panel");
let shown = null;

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

// The lines around the figure, with only this figure marked.
function excerpt(cell) {
  const mark = document.getElementById(cell.hash.slice(1));
  if (!mark || mark.tagName !== "MARK") return null;
  const lines = element("div", "", "lines");
  let line = mark.closest(".l");
  for (let back = 0; back < 4 && line.previousElementSibling; back++) line = line.previousElementSibling;
  for (let count = 0; count < 9 && line; count++, line = line.nextElementSibling) {
    const copy = line.cloneNode(true);
    copy.removeAttribute("id");
    for (const other of copy.querySelectorAll("mark")) {
      if (other.dataset.b === mark.dataset.b) other.className = "here";
      else other.replaceWith(...other.childNodes);
      other.removeAttribute("id");
    }
    lines.append(copy);
  }
  return lines;
}

function show(cell) {
  if (shown) shown.classList.remove("on");
  shown = cell;
  cell.classList.add("on");
  const { name, word, standing, value, readings, note, findings } = cell.dataset;
  panel.replaceChildren(element("h2", name));
  if (cell.id) panel.append(element("p", cell.id, "at"));
  const read = element("p");
  read.append(element("span", `${word} ${standing}`, `word ${standing}`));
  if (value) read.append(` 值 ${value}`);
  if (readings) read.append(` 可能是 ${readings}`);
  if (note) read.append(`（原注：${note}）`);
  panel.append(read);
  for (const number of (findings || "").split(" ").filter(Boolean)) {
    const link = element("a", `核对 ${number}`);
    link.href = `#finding-${number}`;
    const line = element("p");
    line.append(link, "：" + document.querySelector(`#finding-${number} .sum`).textContent);
    panel.append(line);
  }
  const lines = excerpt(cell);
  if (lines) {
    const link = element("a", "在全文中查看");
    link.href = cell.hash;
    panel.append(lines, link);
  } else {
    panel.append(element("p", "原文中没有印出这个数。"));
  }
  const close = element("button", "×");
  close.type = "button";
  close.setAttribute("aria-label", "关闭");
  close.addEventListener("click", hide);
  panel.append(close);
  panel.hidden = false;
  document.body.classList.add("open");
  const here = panel.querySelector(".here");
  if (here) lines.scrollTop = here.offsetTop - lines.clientHeight / 2;
}

function hide() {
  panel.hidden = true;
  document.body.classList.remove("open");
  if (shown) {
    shown.classList.remove("on");
    shown.focus();
    shown = null;
    panel.hidden = true;
  }
}

// The neighbour in a direction: past gaps, such as rows with fewer columns.
function neighbour(cell, down, right) {
  const [row, column] = cell.dataset.at.split(" ").map(Number);
  const cells = [...cell.closest("table").querySelectorAll("a[data-at]")];
  const place = (other) => other.dataset.at.split(" ").map(Number);
  if (right) return cells[cells.indexOf(cell) + right];
  const rows = cells.filter((other) => Math.sign(place(other)[0] - row) === down);
  const nearest = (other) => Math.abs(place(other)[0] - row) * 100 + Math.abs(place(other)[1] - column);
  return rows.sort((one, other) => nearest(one) - nearest(other))[0];
}

const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

document.addEventListener("focusin", (event) => {
  const cell = event.target.closest("td a[data-name]");
  if (cell && cell !== shown) show(cell);
});
document.addEventListener("click", (event) => {
  const cell = event.target.closest("td a[data-name]");
  if (!cell) return;
  event.preventDefault();
  cell.focus();
  show(cell);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) return hide();
  const cell = event.target.closest && event.target.closest("td a[data-at]");
  const step = cell && steps[event.key];
  const next = step && neighbour(cell, ...step);
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
// A link to a figure opens it too.
function follow() {
  const cell = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (cell && cell.matches("td a[data-name]")) cell.focus();
}
addEventListener("hashchange", follow);
follow();
