// Copies the citation of a fact. Without this script the link leads to the file that has all citations of the page.
(() => {
  const files = new Map();

  function citations(address) {
    if (!files.has(address)) files.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject())));
    return files.get(address);
  }

  // The file names no addresses where the site does not know its own; the reader's browser does.
  function forms({ custom, ...item }, here) {
    const { text, bibtex } = custom;
    const known = "URL" in item;
    return {
      text: known ? text : `${text} ${here}`,
      BibTeX: known ? bibtex : bibtex.replace(/\}\n$/, `  url = {${here}},\n}\n`),
      "CSL-JSON": JSON.stringify(known ? item : { ...item, URL: here }, null, 1),
    };
  }

  async function copy(words) {
    if (navigator.clipboard) return navigator.clipboard.writeText(words);
    const field = document.body.appendChild(document.createElement("textarea")); // a page that is not secure has no clipboard
    field.value = words;
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.(".fs-keep__cite");
    const said = document.querySelector("[data-copied]")?.dataset;
    if (!link || !said || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const open = link.parentElement.querySelector(".fs-copy");
    if (open) {
      open.remove();
      link.setAttribute("aria-expanded", "false");
      return;
    }
    const id = link.closest("[data-claim]").dataset.claim;
    try {
      const found = (await citations(link.href.replace(/\.bib$/, ".csl.json"))).find((item) => item.id === id);
      const here = new URL(`#${id.split("#")[1]}`, location.href).href;
      const menu = document.createElement("span");
      const told = document.createElement("span");
      menu.className = "fs-copy";
      told.setAttribute("role", "status");
      for (const [form, words] of Object.entries(forms(found, here))) {
        const button = menu.appendChild(document.createElement("button"));
        button.type = "button";
        button.textContent = said.copy.replace("{form}", form === "text" ? said.text : form);
        button.addEventListener("click", async () => {
          told.textContent = "";
          await copy(words);
          told.textContent = said.copied;
        });
      }
      menu.append(told);
      if (link.parentElement.querySelector(".fs-copy")) return;
      link.after(menu);
      link.setAttribute("aria-expanded", "true");
    } catch {
      location.assign(link.href);
    }
  });
})();
