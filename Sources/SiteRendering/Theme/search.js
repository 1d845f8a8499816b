// Searches the site's own index, from a server or from a disk. Loaded by the search page alone.
"use strict";
(() => {
  const place = document.getElementById("search");
  if (!place) return;
  const words = place.dataset;
  const loaded = new Map();
  const waiting = new Map();
  let index = null;

  // Every shard is a script that calls this.
  globalThis.variorumSearch = (kind, number, content) => {
    if (kind === "index") { index = content; start(); return; }
    const name = `${kind}-${number}`;
    loaded.set(name, content);
    waiting.get(name)?.(content);
  };

  const load = (kind, number) => {
    const name = `${kind}-${number}`;
    if (loaded.has(name)) return Promise.resolve(loaded.get(name));
    return new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement("script");
      script.src = `${words.root}search-index/${name}.js`;
      script.onerror = () => reject(new Error(script.src));
      document.head.append(script);
    });
  };

  // The rules of SearchText.swift. `origins` says for each folded unit where it came from.
  const isWide = (c) => /[\u2E80-\u30FF\u31F0-\u31FF\u3400-\u9FFF\uF900-\uFAFF]|[\u{20000}-\u{3FFFD}]/u.test(c);
  const isWord = (c) => /[\p{Alphabetic}\p{M}\p{N}]/u.test(c);
  const isPaired = (c) => {
    const value = c.codePointAt(0);
    return value >= 0xE00 && !(value >= 0x1E00 && value <= 0x2FFF);
  };
  const fold = (text) => {
    const folded = [], origins = [];
    let space = -1;
    const add = (c, origin) => { folded.push(c); origins.push(origin); };
    for (const part of text.matchAll(/.\p{M}*/gsu)) {
      for (const c of part[0].normalize("NFKC")) {
        if (/\p{Default_Ignorable_Code_Point}/u.test(c)) continue;
        if (/\s/u.test(c)) { if (space < 0) space = part.index; continue; }
        if (space >= 0 && folded.length && !isWide(folded.at(-1)) && !isWide(c)) add(" ", space);
        space = -1;
        const plain = c
          .replace(/[\u201C-\u201F\u00AB\u00BB\u300C-\u300F\u301D-\u301F]/u, '"')
          .replace(/[\u2018-\u201B]/u, "'").replace(/[\u2010-\u2015\u2212]/u, "-");
        for (const lower of plain.toLowerCase()) add(lower, part.index);
      }
    }
    origins.push(text.length);
    return { folded, origins, string: folded.join("") };
  };

  const runs = (folded) => {
    const found = [];
    let run = [], paired = false;
    for (const c of [...folded, " "]) {
      const belongs = isWord(c) && run.length && isPaired(c) === paired;
      if (belongs) { run.push(c); continue; }
      if (run.length) found.push({ run, length: paired ? 2 : 3 });
      run = isWord(c) ? [c] : [];
      paired = isPaired(c);
    }
    return found;
  };

  const numbers = (gaps) => {
    let last = 0;
    return gaps.split(" ").map((gap) => (last += parseInt(gap, 36)));
  };

  const holding = async (start, isWhole) => {
    const shard = await load("grams", start.codePointAt(0) & (index.shards - 1));
    if (isWhole) return new Set(Object.hasOwn(shard, start) ? numbers(shard[start]) : []);
    const all = new Set();
    for (const gram of Object.keys(shard)) {
      if (gram.startsWith(start)) for (const number of numbers(shard[gram])) all.add(number);
    }
    return all;
  };

  // The shelves whose texts may hold a string: those that hold all its grams.
  const candidates = async (folded) => {
    let left = null;
    for (const { run, length } of runs(folded)) {
      const last = Math.max(0, run.length - length);
      for (let start = 0; start <= last; start++) {
        const gram = run.slice(start, start + length).join("");
        const found = await holding(gram, run.length >= length);
        left = left ? new Set([...left].filter((number) => found.has(number))) : found;
        if (!left.size) return [];
      }
    }
    return left ? [...left].sort((a, b) => a - b) : [...Array(index.shelves).keys()];
  };

  const occurrences = (string, needle) => {
    const found = [];
    for (let at = string.indexOf(needle); at >= 0 && found.length < 100; at = string.indexOf(needle, at + needle.length)) found.push(at);
    return found;
  };

  // An entry with the places of every needle in its own text; nothing if one isn't there.
  const match = ([kind, versions, target, label, text, chapters], needles, ideographs) => {
    // Folding leaves ideographs as they are: what lacks one needs no folding.
    if (!ideographs.every((c) => text.includes(c))) return null;
    const { string, folded, origins } = fold(text);
    // From units of UTF-16 to folded scalars.
    const units = [];
    folded.forEach((c, scalar) => { for (let i = 0; i < c.length; i++) units.push(scalar); });
    units.push(folded.length);
    const places = needles.map((needle) => occurrences(string, needle).map((at) => [
      origins[units[at]], origins[units[at + needle.length]],
    ]));
    if (!places.every((list) => list.length)) return null;
    return { kind, versions, target, label, text, chapters, places: places.flat().sort((a, b) => a[0] - b[0]) };
  };

  const shelvesAtOnce = 8;
  const weight = (one) => (one.kind === 0 ? 1000 : 0) + Math.min(one.places.length, 20) - one.text.length / 100000;

  // What holds every needle, some shelves at a time, and how many shelves are left.
  async function* matches(needles) {
    const lists = await Promise.all(needles.map((needle) => candidates([...needle])));
    const shelves = lists.reduce((left, list) => { const other = new Set(list); return left.filter((n) => other.has(n)); });
    const ideographs = needles.flatMap((needle) => [...needle].filter((c) => /[\u4E00-\u9FFF]/u.test(c)));
    for (let at = 0; at < shelves.length; at += shelvesAtOnce) {
      const texts = await Promise.all(shelves.slice(at, at + shelvesAtOnce).map((number) => load("text", number)));
      const found = texts.flat().map((entry) => match(entry, needles, ideographs)).filter(Boolean);
      yield { found: found.sort((a, b) => weight(b) - weight(a)), rest: Math.max(0, shelves.length - at - shelvesAtOnce) };
    }
  }

  // The whole string if it stands anywhere; else all the words of it.
  async function* search(query) {
    const { string } = fold(query);
    if (!string.trim()) return;
    let isAnywhere = false;
    for await (const part of matches([string])) {
      isAnywhere ||= part.found.length > 0;
      yield { ...part, isWhole: true };
    }
    const words = query.split(/\s+/u).map((part) => fold(part).string).filter(Boolean);
    if (isAnywhere || words.length < 2) return;
    for await (const part of matches(words)) yield { ...part, isWhole: false };
  }

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const snippet = (one) => {
    const shown = make("p", { className: "snippet words" });
    const from = Math.max(0, one.places[0][0] - 36);
    const to = Math.min(one.text.length, Math.max(from + 130, one.places[0][1] + 36));
    let at = from;
    if (from > 0) shown.append("…");
    for (const [start, end] of one.places) {
      if (start < at || end > to) continue;
      shown.append(one.text.slice(at, start), make("mark", {}, one.text.slice(start, end)));
      at = end;
    }
    shown.append(one.text.slice(at, to));
    if (to < one.text.length) shown.append("…");
    return shown;
  };

  const address = (one, version) => {
    if (one.kind === 2) return `${words.base}notes/index.html#note-${encodeURIComponent(one.target)}`;
    const page = one.chapters?.[one.versions.indexOf(version)] || "index";
    const path = [index.versions[version][0], page].map(encodeURIComponent).join("/");
    return `${words.base}${path}.html#${encodeURIComponent(one.target)}`;
  };

  const item = (one, wanted) => {
    const shown = wanted === null ? one.versions : one.versions.filter((version) => version === wanted);
    const first = shown[0] ?? 0;
    const language = index.versions[first][2];
    const title = make("a", { href: address(one, first) }, one.label || one.target);
    const where = make("span", { className: "meta" });
    if (one.kind === 2) where.append(` ${words.note}`);
    else where.append(" ", shown.map((version) => index.versions[version][1]).join(" · "));
    const text = snippet(one);
    title.lang = text.lang = language;
    return make("li", {}, make("h3", {}, title, where), text);
  };

  const choice = (name, label, options) => {
    const select = make("select", { name, id: `search-${name}` });
    for (const [value, text] of options) select.append(make("option", { value }, text));
    return [make("label", { htmlFor: select.id }, label), select];
  };

  const start = () => {
    const input = make("input", { type: "search", name: "q", id: "search-q", autocomplete: "off", enterKeyHint: "search", maxLength: 200 });
    const [versionLabel, version] = choice("v", words.versions, [["", words.all], ...index.versions.map(([name, label]) => [name, label])]);
    const [kindLabel, kind] = choice("in", words.kinds, [["", words.all], ["text", words.text], ["notes", words.note]]);
    const form = make("form", { role: "search" },
      make("label", { htmlFor: input.id, className: "wide" }, words.label),
      make("div", { className: "field" }, input, make("button", { className: "button" }, words.button)),
      make("div", { className: "filters" }, versionLabel, version, kindLabel, kind));
    const status = make("p", { className: "meta", role: "status" });
    const list = make("ol", { className: "results" });
    const more = make("button", { type: "button", className: "button", hidden: true });
    place.append(form, status, list, more);

    // A page from a disk may change its fragment and nothing else of its address.
    const read = () => {
      const values = new URLSearchParams(location.hash.slice(1));
      input.value = values.get("q") ?? "";
      version.value = values.get("v") ?? "";
      kind.value = values.get("in") ?? "";
      if (version.selectedIndex < 0) version.value = "";
      if (kind.selectedIndex < 0) kind.value = "";
    };
    const write = () => {
      const values = new URLSearchParams();
      for (const field of [input, version, kind]) if (field.value) values.set(field.name, field.value);
      history.replaceState(null, "", `#${values}`);
    };

    // The texts are looked through as far as there is something to show; the button goes on.
    let round = 0;
    const run = async () => {
      const mine = ++round;
      const wanted = version.value ? index.versions.findIndex(([name]) => name === version.value) : null;
      const isWanted = (one) => (wanted === null || one.versions.includes(wanted))
        && (!kind.value || (kind.value === "notes") === (one.kind === 2));
      const query = input.value;
      const parts = search(query);
      let waiting = [], count = 0, rest = 0, isWhole = true, isOver = false, isBusy = false;
      const show = async () => {
        if (isBusy) return;
        isBusy = true;
        try {
          while (!isOver && waiting.length < 30) {
            const { value, done } = await parts.next();
            if (mine !== round) return;
            if (done) { isOver = true; rest = 0; break; }
            const found = value.found.filter(isWanted);
            waiting.push(...found);
            count += found.length;
            ({ rest, isWhole } = value);
          }
        } catch (error) { status.textContent = String(error); return; }
        finally { isBusy = false; }
        list.append(...waiting.splice(0, 30).map((one) => item(one, wanted)));
        more.hidden = !waiting.length && !rest;
        more.textContent = words.more.replace("%", `${waiting.length}${rest ? "+" : ""}`);
        const text = count ? words.found.replace("%", `${count}${rest ? "+" : ""}`) : words.none;
        status.textContent = !fold(query).string.trim() ? "" : count && !isWhole ? `${text} ${words.words}` : text;
      };
      list.replaceChildren();
      more.hidden = true;
      more.onclick = show;
      await show();
    };

    let timer = 0;
    const later = () => { clearTimeout(timer); timer = setTimeout(() => { write(); run(); }, 150); };
    form.addEventListener("submit", (event) => { event.preventDefault(); write(); run(); });
    for (const field of [input, version, kind]) field.addEventListener("input", later);
    addEventListener("hashchange", () => { read(); run(); });
    read();
    if (input.value) run();
  };
})();
