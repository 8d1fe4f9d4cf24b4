"use strict";
// The review in the browser. The page is plain HTML with insertions and deletions; this script keeps what was decided
// about each (0 open, 1 accepted, 2 refused), shows it, and exports it. It fetches nothing and evaluates nothing.
(() => {
  const byId = (id) => document.getElementById(id);
  const said = JSON.parse(byId("said").textContent);
  const told = (sentence, fields) =>
    said[sentence].replace(/\{(\w+)\}/g, (whole, name) => (fields && name in fields ? fields[name] : whole));

  // Documents and marks. A mark knows its place in the source (UTF-16), and its number on the page.
  const docs = [...document.querySelectorAll("script.data")].map((element) => JSON.parse(element.textContent));
  const marks = [];
  for (const doc of docs) {
    doc.first = marks.length;
    for (const [start, end, after, rule, reason, sure, kind, block] of doc.marks) {
      marks.push({ doc, start, end, after, rule: doc.rules[rule], reason: doc.reasons[reason], sure, kind, block });
    }
    doc.last = marks.length;
  }
  const before = (mark) => mark.doc.source.slice(mark.start, mark.end);
  const elements = new Array(marks.length);
  for (const element of document.querySelectorAll("article .c")) elements[Number(element.dataset.i)] = element;

  // What a key or a button speaks of: one mark, or the block whose heading is looked at.
  const units = [];
  const unitOf = new Map();
  for (const element of document.querySelectorAll("article .c, details.block > summary")) {
    const block = element.tagName === "SUMMARY";
    const items = block
      ? [...element.parentElement.querySelectorAll(".c")].map((one) => Number(one.dataset.i))
      : [Number(element.dataset.i)];
    const fold = block ? null : element.closest("details.block");
    unitOf.set(element, units.length);
    units.push({ element, items, fold, block });
  }

  const overlap = (a, b) => (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
  // Marks that cannot be made beside each other: a suggestion may stand where a change is.
  const clash = marks.map(() => []);
  for (const doc of docs) {
    for (let one = doc.first; one < doc.last; one++) {
      for (let other = one + 1; other < doc.last && marks[other].start <= marks[one].end; other++) {
        if ((marks[one].kind === "offer") !== (marks[other].kind === "offer") && overlap(marks[one], marks[other])) {
          clash[one].push(other);
          clash[other].push(one);
        }
      }
    }
  }

  // State, kept by the browser under the fingerprint of each text.
  const state = new Uint8Array(marks.length);
  const key = (doc) => `vnreview:${doc.sha}:${doc.marks.length}`;
  let keeps = true;
  const remember = (doc) => {
    try {
      localStorage.setItem(key(doc), Array.from(state.subarray(doc.first, doc.last)).join(""));
    } catch {
      keeps = false;
    }
  };
  for (const doc of docs) {
    try {
      const kept = localStorage.getItem(key(doc));
      if (kept && /^[012]*$/.test(kept) && kept.length === doc.last - doc.first) {
        for (let at = 0; at < kept.length; at++) state[doc.first + at] = Number(kept[at]);
      }
    } catch {
      keeps = false;
    }
  }

  const NAMES = ["open", "accepted", "refused"];
  const paint = (number) => {
    const element = elements[number];
    element.classList.toggle("accepted", state[number] === 1);
    element.classList.toggle("refused", state[number] === 2);
    for (const other of [number, ...clash[number]]) {
      const taken = state[other] === 2 && clash[other].some((one) => state[one] === 1);
      elements[other].classList.toggle("replaced", taken);
    }
  };
  let decided = 0;
  const count = () => {
    byId("count").textContent = told("{done} of {total} decided", { done: decided, total: marks.length });
  };

  // Answers and undo.
  const steps = [];
  const set = (number, value, step) => {
    if (state[number] === value) return;
    step.push([number, state[number]]);
    decided += (value ? 1 : 0) - (state[number] ? 1 : 0);
    state[number] = value;
    paint(number);
  };
  const answer = (items, value) => {
    const step = [];
    for (const number of items) {
      set(number, value, step);
      if (value === 1) for (const other of clash[number]) set(other, 2, step);
    }
    if (!step.length) return;
    steps.push([step, current]);
    for (const doc of new Set(step.map(([number]) => marks[number].doc))) remember(doc);
    count();
  };
  const undo = () => {
    const last = steps.pop();
    if (!last) return;
    const [step, at] = last;
    const back = [];
    for (const [number, value] of step.reverse()) set(number, value, back);
    for (const doc of new Set(step.map(([number]) => marks[number].doc))) remember(doc);
    count();
    if (at >= 0) go(at);
  };

  // Words about a mark, for the bar, the tip and a screen reader.
  const shown = (text) => (text.trim() ? text.trim() : text ? told("space") : "");
  const what = (mark) => {
    const [old, now] = [shown(before(mark)), shown(mark.after)];
    if (!old) return told("inserted: {text}", { text: now });
    if (!now) return told("removed: {text}", { text: old });
    return told("{before} becomes {after}", { before: old, after: now });
  };
  const why = (mark) => `${mark.reason} — ${mark.rule} ${(Math.floor(mark.sure * 100 + 1e-9) / 100).toFixed(2)}`; // 0.998 is not 1.00
  const status = (number) => (marks[number].kind === "offer" && !state[number] ? told("suggested") : told(NAMES[state[number]]));
  const describe = (unit) => {
    if (unit.block) {
      const open = unit.items.filter((number) => !state[number]).length;
      const reasons = [...new Set(unit.items.map((number) => marks[number].reason))];
      return `${unit.element.querySelector("b").textContent}: ${reasons.join("; ")} (${told("open")}: ${open})`;
    }
    const number = unit.items[0];
    return `${what(marks[number])}. ${why(marks[number])}. ${status(number)}`;
  };

  // Where one is.
  let current = -1;
  const reachable = (unit) =>
    unit.block
      ? unit.items.some((number) => !off(number))
      : !(unit.fold && !unit.fold.open) && !off(unit.items[0]);
  const off = (number) => elements[number].classList.contains("off");
  const isOpen = (unit) => unit.items.some((number) => !state[number]);
  const tell = (text) => {
    byId("current").textContent = text + (keeps ? "" : ` (${told("progress cannot be kept in this browser: export the decisions before you leave")})`);
  };
  const go = (index) => {
    if (current >= 0) {
      units[current].element.classList.remove("on");
      if (!units[current].block) units[current].element.tabIndex = -1;
    }
    current = index;
    const { element } = units[current];
    element.classList.add("on");
    if (!units[current].block) {
      element.tabIndex = 0;
      element.setAttribute("role", "group");
      element.setAttribute("aria-label", describe(units[current]));
    }
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
    tell(describe(units[current]));
  };
  const find = (step, wanted) => {
    for (let far = 1; far <= units.length; far++) {
      const index = (((current < 0 && step < 0 ? 0 : current) + step * far) % units.length + units.length) % units.length;
      if (wanted(units[index])) return index;
    }
    return -1;
  };
  const move = (step) => {
    const index = units.length ? find(step, reachable) : -1;
    if (index >= 0) go(index);
    else tell(told("nothing matches the filter"));
  };
  const decide = (value) => {
    if (current < 0) return move(1);
    const unit = units[current];
    const open = unit.items.filter((number) => !state[number]);
    answer(unit.block && open.length ? open : unit.items, value);
    const next = find(1, (one) => reachable(one) && isOpen(one));
    if (next >= 0) go(next);
    else {
      go(current);
      tell(told("nothing is left to decide"));
    }
  };

  // Filters.
  const family = (rule) => rule.split(".")[0];
  const families = new Map();
  for (const mark of marks) families.set(family(mark.rule), (families.get(family(mark.rule)) || 0) + 1);
  const boxes = new Map();
  for (const [name, times] of [...families].sort((a, b) => b[1] - a[1])) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    label.append(box, ` ${name} ${times}`);
    byId("rules").append(label);
    boxes.set(name, box);
  }
  const filter = () => {
    const sure = Number(byId("sure").value) / 100;
    const [openOnly, spaces] = [byId("open-only").checked, byId("show-spaces").checked];
    byId("sure-said").textContent = byId("sure").value;
    marks.forEach((mark, number) => {
      const hidden =
        (mark.kind === "space" && !spaces) ||
        mark.sure > sure ||
        !boxes.get(family(mark.rule)).checked ||
        (openOnly && state[number] > 0);
      elements[number].classList.toggle("off", hidden);
    });
  };

  // Export. The text is what `clean --decisions` gives; the decisions are in the format of `review`.
  const beside = (list, taken) => {
    const kept = [];
    let first = 0;
    for (const number of list) {
      const mark = marks[number];
      while (first < taken.length && marks[taken[first]].end < mark.start) first++;
      let free = !kept.length || !overlap(mark, marks[kept[kept.length - 1]]);
      for (let at = first; free && at < taken.length && marks[taken[at]].start <= mark.end; at++) {
        free = !overlap(mark, marks[taken[at]]);
      }
      if (free) kept.push(number);
    }
    return kept;
  };
  const textOf = (doc) => {
    const numbers = Array.from({ length: doc.last - doc.first }, (_, at) => doc.first + at);
    const chosen = beside(numbers.filter((number) => state[number] === 1), []);
    const open = numbers.filter((number) => !state[number] && marks[number].kind !== "offer");
    const made = [...chosen, ...beside(open, chosen)].sort(
      (a, b) => marks[a].start - marks[b].start || marks[a].end - marks[b].end
    );
    let text = "";
    let at = 0;
    for (const number of made) {
      text += doc.source.slice(at, marks[number].start) + marks[number].after;
      at = marks[number].end;
    }
    return text + doc.source.slice(at);
  };
  const LETTER = /[\p{L}\p{N}]/u;
  const REACH = 80;
  const LETTERS = 20;
  const around = (characters) => {
    let left = LETTERS;
    for (let at = 0; at < characters.length; at++) {
      if (LETTER.test(characters[at]) && !--left) return characters.slice(0, at + 1);
    }
    return characters;
  };
  const decisionsOf = (doc) => {
    let [units16, points] = [0, 0]; // how many code points precede a place, counted once through the text
    const lines = [];
    for (let number = doc.first; number < doc.last; number++) {
      const mark = marks[number];
      points += Array.from(doc.source.slice(units16, mark.start)).length;
      units16 = mark.start;
      if (!state[number]) continue;
      const head = Array.from(doc.source.slice(Math.max(0, mark.start - 2 * REACH), mark.start)).slice(-REACH);
      const tail = Array.from(doc.source.slice(mark.end, mark.end + 2 * REACH)).slice(0, REACH);
      const record = {
        decision: NAMES[state[number]],
        rule: mark.rule,
        before: before(mark),
        after: mark.after,
        left: around(head.reverse()).reverse().join(""),
        right: around(tail).join(""),
        at: points,
      };
      if (doc.line !== 1) record.document = doc.line;
      lines.push(JSON.stringify(record));
    }
    return lines.map((line) => line + "\n").join("");
  };
  const save = (name, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = name.replace(/^.*[\\/]/, "");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const names = [...new Set(docs.map((doc) => doc.name))];
  for (const name of names) {
    const own = docs.filter((doc) => doc.name === name);
    const row = document.createElement("p");
    row.append(`${name} `);
    const put = (label, suffix, make) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = told(label);
      button.dataset.export = label;
      button.addEventListener("click", () => save(name + suffix, make()));
      row.append(button);
    };
    put("decisions", ".vnreview.jsonl", () => own.map(decisionsOf).join(""));
    if (own.length === 1 && own[0].line === 1) put("text", ".cleaned.txt", () => textOf(own[0]));
    byId("export").append(row);
  }

  // Side by side: the text as it was stands left of each paragraph, made when it is first asked for.
  let made = false;
  const sides = () => {
    if (!made) {
      for (const right of document.querySelectorAll("article > p")) {
        const left = right.cloneNode(true);
        left.className = "was";
        left.setAttribute("aria-hidden", "true");
        for (const one of left.querySelectorAll(".c")) {
          one.removeAttribute("tabindex");
          one.removeAttribute("data-i");
        }
        right.before(left);
      }
      made = true;
    }
    const on = document.body.classList.toggle("sides");
    for (const left of document.querySelectorAll("p.was")) left.hidden = !on;
    byId("sides").setAttribute("aria-pressed", String(on));
    if (current >= 0) units[current].element.scrollIntoView({ block: "center" });
  };

  // The tip beside what the mouse or the focus is on.
  const tip = byId("tip");
  const hint = (element) => {
    const index = element ? unitOf.get(element) : undefined;
    if (index === undefined || units[index].block || off(units[index].items[0])) {
      tip.hidden = true;
      return;
    }
    const number = units[index].items[0];
    tip.textContent = `${why(marks[number])} · ${status(number)}`;
    tip.hidden = false;
    const at = element.getBoundingClientRect();
    const top = at.bottom + tip.offsetHeight + 8 > innerHeight ? at.top - tip.offsetHeight - 6 : at.bottom + 6;
    tip.style.top = `${top + scrollY}px`;
    tip.style.left = `${Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8)) + scrollX}px`;
  };
  const main = document.querySelector("main");
  main.addEventListener("mouseover", (event) => hint(event.target.closest("[data-i]")));
  main.addEventListener("mouseleave", () => hint(null));
  main.addEventListener("focusin", (event) => hint(event.target.closest("[data-i]")));
  main.addEventListener("focusout", () => hint(null));
  main.addEventListener("click", (event) => {
    const element = event.target.closest("[data-i], details.block > summary");
    const index = element ? unitOf.get(element) : undefined;
    if (index !== undefined && reachable(units[index])) go(index);
  });

  const KEYS = { j: () => move(1), k: () => move(-1), a: () => decide(1), r: () => decide(2), u: undo };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=text], textarea")) return;
    const act = KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  byId("next").addEventListener("click", KEYS.j);
  byId("back").addEventListener("click", KEYS.k);
  byId("accept").addEventListener("click", KEYS.a);
  byId("refuse").addEventListener("click", KEYS.r);
  byId("undo").addEventListener("click", KEYS.u);
  byId("sides").addEventListener("click", sides);
  byId("spaces-all").addEventListener("click", () => {
    const open = [];
    marks.forEach((mark, number) => mark.kind === "space" && !state[number] && open.push(number));
    answer(open, 1);
  });
  byId("filters").addEventListener("input", filter);

  marks.forEach((_, number) => state[number] && (paint(number), decided++));
  filter();
  count();
})();
