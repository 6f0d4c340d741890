// Where nothing hovers, the first tap on a footnote mark shows its words; a second one, or a tap on the words, leads on.
let shown = null;

document.addEventListener("click", (event) => {
  const mark = event.target.closest("a.footnote-ref");
  if (mark && mark !== shown && matchMedia("(hover: none)").matches) event.preventDefault();
  shown = mark;
});
