// Comfort only: every page is complete without this file.
"use strict";
(() => {
  const root = document.documentElement;
  const stored = (value) => {
    try {
      return value === undefined ? localStorage.getItem("theme") : localStorage.setItem("theme", value);
    } catch { return null; }
  };
  const theme = stored();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  const button = (className, label) => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = className;
    element.textContent = label;
    return element;
  };

  const addThemeSwitch = (words) => {
    const control = button("theme-switch", "◐");
    control.setAttribute("aria-label", words.themeLabel);
    control.title = words.themeLabel;
    control.addEventListener("click", () => {
      const isDark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = isDark ? "light" : "dark";
      stored(root.dataset.theme);
    });
    document.querySelector(".masthead")?.append(control);
  };

  const addCopyButtons = (words) => {
    if (!navigator.clipboard) return;
    const cite = document.querySelector(".cite")?.dataset;
    const address = (link) => (cite?.address ? cite.address + link.hash : link.href);
    const addCopy = (link, label, text) => {
      const control = button("copy", label);
      control.setAttribute("aria-label", `${label} ${link.getAttribute("aria-label") ?? ""}`);
      control.addEventListener("click", async () => {
        await navigator.clipboard.writeText(text());
        control.textContent = words.copied;
        control.classList.add("done");
        setTimeout(() => {
          control.textContent = label;
          control.classList.remove("done");
        }, 1500);
      });
      link.parentElement.append(control);
    };
    for (const link of document.querySelectorAll(".permalink")) {
      addCopy(link, words.copy, () => address(link));
      if (!cite) continue;
      const place = (link.getAttribute("aria-label") ?? "").replace(/^[^：:]*[：:]\s*/, "");
      addCopy(link, words.cite, () => cite.pattern.replace("%p", () => place).replace("%a", () => address(link)));
    }
  };

  // In the margin the notes stand open; on a narrow screen the reader opens them.
  const openNotes = () => {
    const wide = matchMedia("(min-width: 54rem)");
    const apply = () => {
      for (const note of document.querySelectorAll(".passage > .notes:not(.many) > .note")) note.open = wide.matches;
    };
    apply();
    wide.addEventListener("change", apply);
  };

  const followReader = () => {
    const entries = new Map();
    for (const link of document.querySelectorAll(".contents a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) entries.set(heading, link);
    }
    if (!entries.size) return;
    const headings = [...entries.keys()];
    let current = null;
    const mark = () => {
      const line = innerHeight * 0.3;
      const last = headings.findLast((heading) => heading.getBoundingClientRect().top <= line);
      const link = entries.get(last);
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      current = link;
      if (matchMedia("(min-width: 76rem)").matches) link?.scrollIntoView({ block: "nearest", behavior: "instant" });
    };
    let isWaiting = false;
    addEventListener("scroll", () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => { isWaiting = false; mark(); });
    }, { passive: true });
    mark();
  };

  // The filters of a list: what is chosen stands in the address, as #kind=task&year=2025.
  const addFilters = () => {
    const facets = document.querySelector(".facets");
    const items = [...document.querySelectorAll("[data-facets]")];
    if (!facets || !items.length) return;
    const links = [...facets.querySelectorAll("[data-facet]")];
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    facets.after(status);
    let chosen = new Map();
    const count = () => items.filter((item) => item.matches(".change, .register > li") && !item.hidden).length;
    const apply = () => {
      for (const item of items) {
        const own = item.dataset.facets.split(" ");
        item.hidden = ![...chosen.values()].every((token) => own.includes(token));
      }
      for (const link of links) {
        if (chosen.get(link.dataset.facet.split("=")[0]) === link.dataset.facet) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      for (const section of document.querySelectorAll("main section:has(li[data-facets])")) {
        section.hidden = !section.querySelector("li[data-facets]:not([hidden])");
      }
      root.classList.toggle("filtered", chosen.size > 0);
      status.replaceChildren();
      if (!chosen.size) return;
      const clear = button("clear", facets.dataset.all);
      clear.addEventListener("click", () => { chosen.clear(); keep(); links[0].focus(); });
      status.append(facets.dataset.found.replace("%", count()), clear);
    };
    const keep = () => {
      const text = [...chosen.values()].map((token) => token.split("=").map(encodeURIComponent).join("=")).join("&");
      history.replaceState(null, "", `#${text}`);
      apply();
    };
    const read = () => {
      const text = location.hash.slice(1);
      if (text.startsWith("only-")) {
        const link = links.find((one) => one.hash === location.hash);
        if (link) { chosen = new Map([link.dataset.facet].map((token) => [token.split("=")[0], token])); keep(); facets.scrollIntoView(); }
        return;
      }
      if (!text.includes("=")) return;
      const known = new Set(links.map((link) => link.dataset.facet));
      const tokens = text.split("&").map(decodeURIComponent).filter((token) => known.has(token));
      chosen = new Map(tokens.map((token) => [token.split("=")[0], token]));
      apply();
    };
    facets.addEventListener("click", (event) => {
      const link = event.target.closest("[data-facet]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const token = link.dataset.facet, name = token.split("=")[0];
      if (chosen.get(name) === token) chosen.delete(name); else chosen.set(name, token);
      keep();
    });
    addEventListener("hashchange", read);
    read();
  };

  // From change to change by key, where the reader stands in one (WCAG 2.1.4).
  const addChangeKeys = () => {
    const legend = document.querySelector("[data-keys]");
    if (!legend) return;
    const hint = document.createElement("span");
    hint.dataset.byScript = "";
    hint.textContent = ` ${legend.dataset.keys}`;
    legend.append(hint);
    addEventListener("keydown", (event) => {
      const change = document.activeElement?.closest(".change");
      if (!change || event.ctrlKey || event.metaKey || event.altKey || !["n", "p"].includes(event.key)) return;
      const shown = [...document.querySelectorAll(".change:not([hidden])")];
      const next = shown[shown.indexOf(change) + (event.key === "n" ? 1 : -1)];
      next?.focus();
      next?.scrollIntoView({ block: "start" });
    });
  };

  // A link to a paragraph of a text that is cut into chapters leads to its chapter.
  const enterChapter = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const link = place?.parentElement.matches(".chapters li") && place.parentElement.querySelector(":scope > a");
    if (link) location.replace(link.href.split("#")[0] + location.hash);
  };

  addEventListener("hashchange", enterChapter);
  addEventListener("DOMContentLoaded", () => {
    enterChapter();
    const words = document.body.dataset;
    addThemeSwitch(words);
    addCopyButtons(words);
    openNotes();
    followReader();
    addFilters();
    addChangeKeys();
    const contents = document.querySelector(".contents details");
    if (contents) contents.open = matchMedia("(min-width: 76rem)").matches;
  });
})();
