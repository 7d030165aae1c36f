// What HTML and htmx leave over: sending by Enter, showing what is under way, where to look and type next, the theme.
const $ = (id) => document.getElementById(id);
const log = $("log"), scroller = $("scroller"), box = $("text"), sending = $("sending"), trouble = $("trouble");
const bubble = sending.querySelector(".bubble");
let seen = newest();

function newest() {
  return log.querySelector(".entry:last-child")?.id;
}

/** Shows the newest answer from its beginning, and all of it where it fits. */
function look() {
  const before = seen && $(seen);
  const first = before ? before.nextElementSibling : log.lastElementChild;
  seen = newest();
  const height = log.lastElementChild ? scroller.scrollHeight - (first?.offsetTop ?? 0) : 0;
  if (first && height > scroller.clientHeight) first.scrollIntoView({ block: "start" });
  else scroller.scrollTop = scroller.scrollHeight;
}

/** Puts the cursor where the newest form wants its first answer, else where one types. */
function aim() {
  const form = log.querySelector(".entry:last-child form.questions");
  const wrong = form?.querySelector("[aria-invalid]");
  const field = wrong?.matches("fieldset") ? wrong.querySelector("input:not([type=hidden])") : wrong;
  const first = form?.querySelector("input:checked, input:not([type=hidden]), textarea");
  (field ?? first ?? box).focus({ preventScroll: true });
}

function waiting(text) {
  bubble.textContent = text;
  bubble.parentElement.hidden = !text;
  sending.hidden = false;
  scroller.scrollTop = scroller.scrollHeight;
}

function complain(words) {
  trouble.textContent = words;
  trouble.hidden = !words;
}

document.addEventListener("htmx:before:request", ({ target }) => {
  const typed = target.id === "say" ? box.value : "";
  if (typed) box.value = "";
  target.dataset.typed = typed;
  waiting(typed);
});

document.addEventListener("htmx:finally:request", ({ target }) => {
  if (target.id === "drop") target.reset();
  sending.hidden = true;
  if (target.dataset) delete target.dataset.typed;
});

document.addEventListener("htmx:after:swap", () => {
  complain("");
  sending.hidden = true;
  look();
  aim();
});

function failed(words) {
  return ({ target }) => {
    complain(words);
    if (target.dataset?.typed && !box.value) box.value = target.dataset.typed;
  };
}
document.addEventListener("htmx:error", failed(trouble.dataset.offline));
document.addEventListener("htmx:response:error", failed(trouble.dataset.failed));

document.addEventListener("keydown", (event) => {
  const area = event.target.closest?.("textarea");
  // While a Chinese word is being composed, Enter ends the word.
  if (!area || event.key !== "Enter" || event.isComposing) return;
  const sends = area === box ? !event.shiftKey : event.ctrlKey || event.metaKey;
  if (!sends) return;
  event.preventDefault();
  area.form.requestSubmit();
});

log.addEventListener("click", ({ target }) => {
  const suggestion = target.closest("[data-fills]");
  if (!suggestion) return;
  const field = $(suggestion.dataset.fills);
  field.value = suggestion.dataset.value;
  field.focus();
});

for (const input of document.querySelectorAll("[data-sends]"))
  input.addEventListener("change", () => input.form.requestSubmit());

$("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = root.dataset.theme ?? (dark ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // Then the choice lasts as long as the page.
  }
});

scroller.scrollTop = scroller.scrollHeight;
aim();
