"""Building the site of a long plan beside Hugo: time, processor time, memory, and what a small change
costs.

A page of 6.7 KB is a chapter of one plan for Variorum, and a file for Hugo; the words are the same.
Hugo makes pages with contents, links to the neighbours, a feed, a map of the site and a JSON of all
text; Variorum makes those and the source beside the text, permanent links for each paragraph and the
search index. Both in one language of the interface, in turn, so that what else the machine does hits
both. Standard library only; without Hugo its rows are left out.
"""
import gzip
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import tempfile
import time

PLAN = pathlib.Path(__file__).parents[2] / "Site/Versions/2019-12-02/plan.md"
NUMERALS = "零一二三四五六七八九"


def sentences():
    """The sample plan's sentences, without identifiers and markup."""
    text = re.sub(r"^---\n.*?\n---\n", "", PLAN.read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r"\{[:#][^}]*\}|\*\*|^#+ .*$", "", text, flags=re.M)
    return [found + "。" for found in re.split(r"[。\n]", text) if 12 < len(found) < 120]


def numeral(number):
    return "".join(NUMERALS[int(digit)] for digit in str(number))


def chapter(number, chance, pool):
    """Title and body of a chapter of about 6.7 KB."""
    title = chance.choice(pool)[:18].rstrip("，、。")
    lines, size, section = [], 0, 0
    while size < 6_500:
        if len(lines) % 5 == 0:
            section += 1
            lines.append(f"## 第{numeral(section)}节 {chance.choice(pool)[:14].rstrip('，、。')}")
        lines.append("".join(chance.sample(pool, chance.randint(1, 4))))
        size += len(lines[-1].encode())
    return f"第{numeral(number)}章 {title}", "\n\n".join(lines)


def chapters(count, seed=1):
    chance, pool = random.Random(seed), sentences()
    return [chapter(number + 1, chance, pool) for number in range(count)]


HUGO = {
    "hugo.toml": 'baseURL = "https://example.org/"\nlanguageCode = "zh-CN"\ntitle = "plan"\n'
    'disableKinds = ["taxonomy", "term", "404"]\nhasCJKLanguage = true\n'
    '[outputs]\nhome = ["HTML", "RSS", "JSON"]\n',
    "layouts/_default/single.html": '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
    "<title>{{ .Title }}</title></head><body><nav>{{ .TableOfContents }}</nav>"
    "<main>{{ .Content }}</main><nav>{{ with .PrevInSection }}<a href=\"{{ .RelPermalink }}\">"
    "{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}"
    "</a>{{ end }}</nav></body></html>",
    "layouts/_default/list.html": '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
    "<title>{{ .Title }}</title></head><body><ul>{{ range .Site.RegularPages }}<li>"
    '<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>',
    "layouts/index.json": "[{{ range $i, $p := .Site.RegularPages }}{{ if $i }},{{ end }}"
    '{{ dict "title" .Title "url" .RelPermalink "text" .Plain | jsonify }}{{ end }}]',
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def hugo_site(folder, texts):
    for name, text in HUGO.items():
        write(folder / name, text)
    for number, (title, body) in enumerate(texts):
        write(
            folder / f"content/p{number:05}.md",
            f'---\ntitle: "{title}"\nweight: {number + 1}\n---\n\n{body}\n')


def variorum_project(variorum, folder, texts):
    source = folder.with_suffix(".md")
    write(source, "\n\n".join(f"# {title}\n\n{body}" for title, body in texts) + "\n")
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([variorum, "init", str(folder)], **quiet)
    site = folder / "Site/site.yml"
    text = re.sub(r"languages:.*", "languages: [zh-Hans]", site.read_text(encoding="utf-8"))
    site.write_text(text + "address: https://example.org/\n", encoding="utf-8")
    subprocess.run(
        [variorum, "import", str(source), "--as", "2025", "--project", str(folder)], **quiet)


def run(command, folder):
    """Seconds, processor seconds and megabytes of a program."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    seconds = time.perf_counter() - start
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(name, runs):
    wall, processor, memory = (list(column) for column in zip(*runs))
    print(
        f"  {name:<36}{min(wall):>7.2f}{statistics.median(wall):>8.2f}"
        f"{min(processor):>8.2f}{max(memory):>8.0f}")
    return min(wall)


def change(plan, place):
    """Puts a word into a paragraph in the middle of the plan."""
    text = plan.read_text(encoding="utf-8")
    middle = text.index("。", len(text) // 2)
    plan.write_text(text[:middle] + f"，第{place}次修改" + text[middle:], encoding="utf-8")


def annotate(project, every=7):
    """Notes on each so manieth paragraph, with one of twenty agencies and a year."""
    plan = (project / "Site/Versions/2025/plan.md").read_text(encoding="utf-8")
    paragraphs = re.findall(r"^([^#{\n][^\n]*)\n\{: #(p-\w+)\}", plan, flags=re.M)[::every]
    notes = "".join(
        f"  - {{ id: n{number}, kind: task, basis: reading, lead: [a{number % 20}], deadline: "
        f'{{ by: "{2025 + number % 11}" }}, on: {{ version: "2025", paragraph: {block}, quote: '
        f"{json.dumps(text[:12], ensure_ascii=False)} }} }}\n"
        for number, (text, block) in enumerate(paragraphs))
    write(project / "Annotations/notes.yml", "notes:\n" + notes)
    agencies = "".join(f"  - {{ id: a{n}, name: {{ zh-Hans: 机构{n} }} }}\n" for n in range(20))
    write(project / "Annotations/agencies.yml", "agencies:\n" + agencies)
    return len(paragraphs)


def measure_notes(variorum, count=1_000, rounds=3):
    print(f"\n{count:,} pages with notes, which no peer has")
    with tempfile.TemporaryDirectory() as name:
        project = pathlib.Path(name) / "project"
        variorum_project(variorum, project, chapters(count))
        notes = annotate(project)
        runs = {"nothing built yet": [], "nothing changed": [], "one paragraph changed": []}
        for place in range(rounds):
            output = pathlib.Path(name) / f"site-{place}"
            build = [variorum, "build", "--project", str(project), "--output", str(output)]
            runs["nothing built yet"].append(run(build, project))
            runs["nothing changed"].append(run(build, project))
            change(project / "Site/Versions/2025/plan.md", place)
            runs["one paragraph changed"].append(run(build, project))
        for what, found in runs.items():
            row(f"{notes:,} notes, {what}", found)


def gzipped(paths):
    return sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in paths)


def measure_size(variorum, count, rounds):
    texts = chapters(count)
    size = sum(len(title.encode()) + len(body.encode()) for title, body in texts)
    print(f"\n{count:,} pages, {size / 1e6:.1f} MB; load {os.getloadavg()[0]:.1f}")
    print(f"  {'':<36}{'best':>7}{'median':>8}{'cpu':>8}{'MB':>8}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        project, hugo = folder / "project", folder / "hugo"
        variorum_project(variorum, project, texts)
        has_hugo = shutil.which("hugo") is not None
        if has_hugo:
            hugo_site(hugo, texts)
        ours, theirs, unchanged, changed = [], [], [], []
        # Each round has folders of its own: some file systems are slow after much was deleted.
        for place in range(rounds):
            output = folder / f"ours-{place}"
            build = [variorum, "build", "--project", str(project), "--output", str(output)]
            ours.append(run(build, folder))
            if has_hugo:
                peer = ["hugo", "--quiet", "--destination", str(folder / f"theirs-{place}")]
                theirs.append(run(peer, hugo))
            unchanged.append(run(build, folder))
            change(project / "Site/Versions/2025/plan.md", place)
            changed.append(run(build, folder))
        own = row("variorum, nothing built yet", ours)
        if has_hugo:
            peer = row("hugo with feed and JSON", theirs)
            print(f"  {'ratio':<36}{own / peer:>7.2f}")
        row("variorum, nothing changed", unchanged)
        row("variorum, one paragraph changed", changed)
        index = sorted((output / "search-index").glob("*.js"))
        grams = [path for path in index if path.name.startswith("grams")]
        print(
            f"  search index, gzipped: {gzipped(grams) / 1e6:.2f} MB of grams, "
            f"{(gzipped(index) - gzipped(grams)) / 1e6:.2f} MB of texts, largest shard of grams "
            f"{max(gzipped([path]) for path in grams) / 1e3:.1f} KB")


def measure(variorum, sizes=((100, 5), (1_000, 5), (10_000, 1))):
    variorum = os.path.abspath(variorum)
    print("\nBuilding: seconds (best and median), processor seconds, memory")
    if shutil.which("hugo") is None:
        print("  Hugo is not here (apt-get install hugo): ours alone")
    for count, rounds in sizes:
        measure_size(variorum, count, rounds)
    measure_notes(variorum)
