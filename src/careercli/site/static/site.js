"use strict";
// Search as you type, and jobs side by side. All pages read without it; nothing leaves the site.

const root = document.body.dataset.root;
const here = `${root}${document.body.dataset.language}/`;
const addressOf = (slug) => `${here}${/^\d+$/.test(slug) ? "group" : "role"}/${slug}.html`;
const plain = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9+#]+/g, " ").trim();

const element = (name, text, more = {}) => {
  const made = Object.assign(document.createElement(name), more);
  if (text !== undefined) made.textContent = text;
  return made;
};

// How well a name fits what was typed: 0 is the same, then how it begins, then how a word does.
const fit = (name, typed) => {
  const known = plain(name);
  if (known === typed) return 0;
  if (known.startsWith(typed)) return 1;
  if (` ${known}`.includes(` ${typed}`)) return 2;
  return typed.length > 3 && known.includes(typed) ? 3 : Infinity;
};

const find = (pages, typed) =>
  pages
    .map(([title, slug, others], place) => {
      const isGroup = /^\d+$/.test(slug) ? 0.5 : 0;
      let best = fit(title, typed) + isGroup;
      let by = "";
      if (slug === typed) best = 0;
      for (const name of others) {
        const found = fit(name, typed) + isGroup + 0.25;
        if (found < best) [best, by] = [found, name];
      }
      return { title, slug, by, best, place };
    })
    .filter((hit) => hit.best < Infinity)
    .sort((one, other) => one.best - other.best || one.place - other.place)
    .slice(0, 12);

const search = document.querySelector(".search");
if (search) {
  const input = search.querySelector("input");
  const list = search.querySelector("ul");
  let pages = null;
  const show = async () => {
    const typed = plain(input.value);
    if (typed && !pages) pages = await (await fetch(`${here}search.json`)).json();
    const hits = typed ? find(pages, plain(input.value)) : [];
    const rows = hits.map((hit) => {
      const row = element("li");
      row.append(element("a", hit.title, { href: addressOf(hit.slug) }));
      if (hit.by) row.append(element("span", ` ${hit.by}`, { className: "muted" }));
      return row;
    });
    if (typed && !rows.length) rows.push(element("li", search.dataset.nothing));
    list.replaceChildren(...rows);
  };
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    const first = list.querySelector("a");
    if (event.key === "Enter" && first) location.href = first.href;
    if (event.key === "Escape") {
      input.value = "";
      list.replaceChildren();
    }
  });
  search.classList.add("ready");
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) show();
}

const compared = document.getElementById("compared");
if (compared) {
  const told = compared.dataset;
  const form = document.getElementById("choose");
  const chosen = [...form.querySelectorAll("select")];
  const money = new Intl.NumberFormat(document.documentElement.lang, {
    style: "currency",
    currency: "EUR",
    maximumFractionDigits: 0,
  });
  const pay = (page) => {
    const group = page.salary.group;
    // Where the group's own pay is kept back, what stands there is that of a wider one.
    if (!group || page.salary.kept_back || group.shown.median === null) return told.unknown;
    const { low, median, high } = group.shown;
    const amounts = [low, median, high].filter((amount) => amount !== null).map((amount) => money.format(amount));
    return `${amounts.join(" – ")} (${group.period})`;
  };
  const list = (names, bold) => {
    const made = element("ul");
    made.append(...names.map((name) => {
      const row = element("li");
      row.append(element(bold(name) ? "strong" : "span", name));
      return row;
    }));
    return made;
  };
  const row = (head, cells) => {
    const made = element("tr");
    made.append(element("th", head, { scope: "row" }));
    for (const cell of cells) {
      const place = element("td");
      place.append(cell);
      made.append(place);
    }
    return made;
  };
  const draw = async () => {
    const slugs = [...new Set(chosen.map((one) => one.value).filter(Boolean))];
    history.replaceState(null, "", slugs.length ? `?roles=${slugs.join(",")}` : location.pathname);
    const answers = await Promise.all(slugs.map((slug) => fetch(`${here}role/${slug}.json`)));
    const pages = await Promise.all(answers.filter((one) => one.ok).map((one) => one.json()));
    if (!pages.length) return compared.replaceChildren();
    const essential = (page) =>
      page.skills.filter((skill) => skill.need.id === "essential").map((skill) => skill.name);
    const counts = new Map();
    for (const page of pages)
      for (const name of essential(page)) counts.set(name, (counts.get(name) || 0) + 1);
    const head = element("tr");
    head.append(element("td"), ...pages.map((page) => {
      const cell = element("th", undefined, { scope: "col" });
      cell.append(element("a", page.title, { href: addressOf(page.slug) }));
      return cell;
    }));
    const top = element("thead");
    top.append(head);
    const body = element("tbody");
    body.append(
      row(told.pay, pages.map(pay)),
      row(told.outlook, pages.map((page) => `${page.outlook.arrow} ${page.outlook.label}`)),
      row(told.asks, pages.map((page) => page.education.minimum.label)),
      row(told.usually, pages.map((page) => page.education.usual.label)),
      row(told.work, pages.map((page) => list(page.work.map((mark) => mark.label), () => false))),
      row(told.skills, pages.map((page) => list(essential(page), (name) => counts.get(name) > 1))),
    );
    const table = element("table");
    table.append(top, body);
    compared.replaceChildren(table, element("p", `${told.skills}: ${told.shared}`, { className: "muted" }));
  };
  const asked = (new URLSearchParams(location.search).get("roles") || "").split(",").filter(Boolean);
  chosen.forEach((one, place) => {
    one.value = asked[place] || "";
    one.addEventListener("change", draw);
  });
  form.hidden = false;
  draw();
}
