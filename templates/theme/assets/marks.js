// Shows a footnote beside its mark: under the pointer, in focus, at a first tap (a second one leads to the footnote).
// Whoever points at the words keeps them; Escape puts them away. Without this script the marks are links and no more.
(() => {
  const GAP = 6; // pixels between a mark and its words above it, and between them and the edge of the window
  const LINE = 14; // pixels between a mark and its words below it: marks stand high, and the line stays in sight
  const PAUSE = 200; // milliseconds: nothing flashes under a pointer that passes, and there is time to reach the words
  const box = document.createElement("div");
  box.id = "fs-tip";
  box.className = "fs-tip md-typeset";
  box.setAttribute("role", "tooltip");
  let mark = null; // whose words are shown
  let finger = false; // whether a finger pressed last
  let soon;

  const marked = (element) => element.closest?.("a.footnote-ref") ?? null;

  function show(wanted) {
    clearTimeout(soon);
    if (wanted === mark) return;
    hide();
    const note = document.getElementById(decodeURIComponent(wanted.hash.slice(1)));
    if (!note) return;
    mark = wanted;
    box.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
    // Tab goes on to the next mark. For the keyboard the same links stand in the footnote, to which the mark leads.
    for (const link of box.querySelectorAll("a")) link.tabIndex = -1;
    mark.closest("main, body").append(box);
    mark.setAttribute("aria-describedby", box.id);
    place();
  }

  // Below the mark, or above it where there is more room, and never out of the window.
  function place() {
    const { clientWidth, clientHeight } = document.documentElement;
    const at = mark.getBoundingClientRect();
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const above = at.top - Math.max(0, header) - 2 * GAP;
    const below = clientHeight - at.bottom - LINE - GAP;
    box.style.maxHeight = `${Math.max(above, below)}px`;
    const { offsetWidth, offsetHeight } = box;
    const top = below < offsetHeight && below < above ? at.top - GAP - offsetHeight : at.bottom + LINE;
    const left = Math.min(at.left + (at.width - offsetWidth) / 2, clientWidth - GAP - offsetWidth);
    const from = box.offsetParent.getBoundingClientRect();
    box.style.top = `${top - from.top}px`;
    box.style.left = `${Math.max(GAP, left) - from.left}px`;
  }

  function hide() {
    clearTimeout(soon);
    box.remove();
    mark?.removeAttribute("aria-describedby");
    mark = null;
  }

  function later(what) {
    clearTimeout(soon);
    soon = setTimeout(what, PAUSE);
  }

  // A cell of a table of claims shows its words by style alone; what Escape put away comes back another time.
  function reopen() {
    for (const cell of document.querySelectorAll(".fs-cell--shut:not(:hover, :focus-within)"))
      cell.classList.remove("fs-cell--shut");
  }

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    reopen();
    if (pointerType === "touch") return;
    const wanted = marked(target);
    if (wanted) later(() => show(wanted));
    else if (box.contains(target)) clearTimeout(soon);
    else later(() => mark?.matches(":focus-visible") || hide());
  });
  document.addEventListener("focusin", ({ target }) => {
    reopen();
    const wanted = marked(target);
    if (wanted?.matches(":focus-visible")) show(wanted);
    else if (wanted !== mark && !box.contains(target)) hide();
  });
  document.addEventListener("keydown", ({ key }) => {
    finger = false;
    if (key !== "Escape") return;
    hide();
    for (const cell of document.querySelectorAll(".fs-cell:is(:hover, :focus-within)")) cell.classList.add("fs-cell--shut");
  });
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    finger = pointerType === "touch";
    if (marked(target) !== mark && !box.contains(target)) hide();
  });
  document.addEventListener("click", (event) => {
    const pressed = marked(event.target);
    if (!pressed) return;
    if (finger && pressed !== mark) {
      event.preventDefault();
      show(pressed);
    } else hide();
  });
})();
