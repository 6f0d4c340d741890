// Narrows the list on this page to what its form asks for, and keeps that in the page's address.
(() => {
  const form = document.querySelector("form.fs-filter");
  if (!form) return;
  const fields = [...form.elements].filter((field) => field.name);
  const status = form.querySelector("[role=status]");
  const clear = form.querySelector("button");
  const items = [...document.querySelectorAll("[data-item]")];
  // A heading goes with what stands below it, and its lines in the tables of contents with the heading.
  const parts = [...document.querySelectorAll("[data-group], .footnote")].map((part) => {
    const heading = part.closest(".fs")?.previousElementSibling;
    const leads = [...document.querySelectorAll(".md-nav--secondary a")].filter((a) => heading && a.hash === `#${heading.id}`);
    const inside = [...part.querySelectorAll("group" in part.dataset ? "[data-item]" : "li")];
    return { inside, gone: [part, heading, ...leads.map((lead) => lead.closest("li"))].filter(Boolean) };
  });
  const notes = [...document.querySelectorAll(".footnote li")].map((note, place) => {
    note.value = place + 1; // its number stays when those before it are hidden
    const backs = [...note.querySelectorAll("a.footnote-backref")];
    return { note, backs: backs.map((back) => [back, document.getElementById(back.hash.slice(1))]) };
  });

  const folded = (text) => text.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const named = (item, told) =>
    [...item.querySelectorAll("a[data-own], .fs-value")].some((name) => folded(name.textContent).includes(folded(told)));
  const value = (field) => (field.type === "checkbox" && !field.checked ? "" : field.value.trim());
  const asked = () => new Map(fields.map((field) => [field.name, value(field)]).filter(([, told]) => told));

  // An event is within the days asked for when it may have been on one of them.
  const overlaps = (days, from, to) =>
    days.split(" ").some((span) => {
      const [first, last] = span.split("/");
      return span && (!to || first === ".." || first <= to) && (!from || last === ".." || last >= from);
    });

  const fits = (item, wanted) =>
    [...wanted].every(([name, told]) => {
      if (name === "text") return named(item, told);
      if (name === "disputed") return "disputes" in item.dataset;
      if (name === "from" || name === "to")
        return overlaps(item.dataset.days ?? "", wanted.get("from"), wanted.get("to"));
      return (item.dataset[name] ?? "").split(" ").includes(told);
    });

  const show = () => {
    const wanted = asked();
    for (const item of items) item.hidden = !fits(item, wanted);
    for (const { note, backs } of notes) {
      for (const [back, mark] of backs) back.hidden = Boolean(mark?.closest("[data-item][hidden]"));
      note.hidden = backs.every(([back]) => back.hidden);
    }
    for (const { inside, gone } of parts) {
      const empty = inside.every((one) => one.hidden);
      for (const one of gone) one.hidden = empty;
    }
    const shown = items.filter((item) => !item.hidden).length;
    const told = status.dataset.shown.replace("{shown}", shown);
    status.textContent = shown ? told : `${told}. ${status.dataset.nothing}`;
    clear.hidden = !wanted.size;
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      const told = query.get(field.name) ?? "";
      if (field.type === "checkbox") field.checked = told === field.value;
      else field.value = told;
      if (field.selectedIndex === -1) field.value = "";
    }
    show();
  };

  // A date is typed digit by digit: all that is one step for the back button.
  let before = null;
  const note = (field) => {
    const address = new URL(location);
    address.search = new URLSearchParams([...asked()]);
    const step = field && field.type === "date" && field === before ? "replaceState" : "pushState";
    if (address.href !== location.href) history[step](null, "", address);
    before = field;
  };

  form.addEventListener("submit", (happened) => happened.preventDefault());
  form.addEventListener("input", show);
  form.addEventListener("change", (happened) => {
    note(happened.target);
    show();
  });
  clear.addEventListener("click", () => {
    for (const field of fields) {
      if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
    note(null);
    show();
    fields[0].focus();
  });
  addEventListener("popstate", () => {
    before = null;
    read();
  });
  read();
  form.hidden = false;
})();
