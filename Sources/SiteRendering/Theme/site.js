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
    const contents = document.querySelector(".contents details");
    if (contents) contents.open = matchMedia("(min-width: 76rem)").matches;
  });
})();
