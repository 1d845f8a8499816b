"""Comparing two versions, beside git and GNU diff: time, memory, growth, and what is found.

Every program reads the same two files in the same run; the documents come from revisions.py.
Standard library only.
"""
import json
import os
import re
import subprocess
import tempfile
import time

import revisions


def run(command, keep=False):
    """Seconds, megabytes and output of a program; None if it takes longer than a minute."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        while time.perf_counter() - start < 60:
            found, status, usage = os.wait4(process.pid, os.WNOHANG)
            if found:
                # The programs that compare end with 1 where there are differences.
                assert os.waitstatus_to_exitcode(status) in (0, 1), command
                seconds = time.perf_counter() - start
                output.seek(0)
                return seconds, usage.ru_maxrss / 1024, output.read() if keep else b""
            time.sleep(0.002)
        process.kill()
        process.wait()
    return None


def best(command):
    return min(filter(None, (run(command) for _ in range(3))), default=None)


def paired_lines(output):
    """The pairs of places that a difference of lines without context gives, changed lines paired in
    order as side-by-side viewers pair them."""
    pairs, old, new = set(), 0, 0
    hunks = re.findall(rb"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", output, re.M)
    lines = lambda start, count: (int(start), 1) if count == b"" else (int(start), int(count))
    for a, b, c, d in hunks + [(b"0", b"0", b"0", b"0")]:
        (start, removed), (other, added) = lines(a, b), lines(c, d)
        if start == 0 and other == 0:
            break
        start, other = start - (removed > 0), other - (added > 0)
        pairs |= {(old + step, new + step) for step in range(start - old)}
        pairs |= {(start + step, other + step) for step in range(min(removed, added))}
        old, new = start + removed, other + added
    return pairs, old, new


def f1(found, truth):
    right = len(found & truth)
    return 2 * right / (len(found) + len(truth)) if found or truth else 1.0


def measure_speed(variorum, sizes=(1_000, 10_000, 100_000), seed=1):
    """Prints a row for each size and program: its ratio to git's difference of lines, and how its
    time grew with the size (1 is linear)."""
    print("Speed: best of three")
    print(f"{'paragraphs':>10}  {'program':<34}{'seconds':>9}{'MB':>8}{'× git':>8}{'growth':>8}")
    before = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("old.md", "new.md")]
            for paragraphs, path in zip(revisions.revision(size, seed), paths):
                revisions.write(paragraphs, path)
            git = ["git", "diff", "--no-index"]
            programs = [
                ("git diff --histogram (lines)", [*git, "--histogram", *paths]),
                ("git diff --word-diff-regex=.", [*git, "--word-diff-regex=.", *paths]),
                ("diff (lines)", ["diff", *paths]),
                ("variorum compare", [variorum, "compare", *paths, "--format", "json"]),
            ]
            least = None
            for name, command in programs:
                found = best(command)
                if found is None:
                    print(f"{size:>10}  {name:<34}{'> 60':>9}")
                    continue
                least = least or found[0]
                growth = ""
                if name in before:
                    earlier, seconds = before[name]
                    growth = f"{found[0] / seconds / (size / earlier):.2f}"
                before[name] = (size, found[0])
                print(
                    f"{size:>10}  {name:<34}{found[0]:>9.3f}{found[1]:>8.0f}"
                    f"{found[0] / least:>8.1f}{growth:>8}")


def measure_links(variorum, size=2_000, seeds=(1, 2, 3)):
    """Prints how well the pairs of paragraphs are found, and how much is marked as changed."""
    print(f"\nLinks: {len(seeds)} revisions of {size:,} paragraphs, all numbered anew")
    rows = {}
    for seed in seeds:
        old, new, truth = revisions.revision(size, seed)
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("old.md", "new.md")]
            bare = [os.path.join(folder, name) for name in ("old.txt", "new.txt")]
            for paragraphs, path, plain in zip((old, new), paths, bare):
                revisions.write(paragraphs, path)
                with open(plain, "w", encoding="utf-8") as file:
                    file.writelines(text + "\n" for text in paragraphs)
            form = json.loads(run([variorum, "compare", *paths, "--format", "json"], keep=True)[2])
            links = {(a, b) for link in form["links"] for a in link["old"] for b in link["new"]}
            rows.setdefault("variorum compare", []).append(f1(links, truth))
            for name, command in (
                ("git diff --histogram, paired", ["git", "diff", "--no-index", "--histogram"]),
                ("diff, paired", ["diff"]),
            ):
                # The numbers are taken off for them: else nothing is equal.
                output = run([*command, "-U0", *bare], keep=True)[2]
                pairs, a, b = paired_lines(output)
                pairs |= {(a + step, b + step) for step in range(min(len(old) - a, len(new) - b))}
                rows.setdefault(name, []).append(f1(pairs, truth))
    for name, figures in rows.items():
        print(f"  {name:<34}F1 {sum(figures) / len(figures):.4f}")


def common(old, new):
    """The length of the longest common subsequence, by bits (Hyyrö, 2004)."""
    places = {}
    for place, scalar in enumerate(old):
        places[scalar] = places.get(scalar, 0) | 1 << place
    full = row = (1 << len(old)) - 1
    for scalar in new:
        matches = row & places.get(scalar, 0)
        row = (row + matches | row - matches) & full
    return len(old) - row.bit_count()


def measure_marks(variorum, size=1_000, seed=4):
    """Prints how much is marked inside edited paragraphs, against the least that could be."""
    old, new, _ = revisions.revision(size, seed)
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("old.md", "new.md")]
        for paragraphs, path in zip((old, new), paths):
            revisions.write(paragraphs, path)
        form = json.loads(run([variorum, "compare", *paths, "--format", "json"], keep=True)[2])
    marked = least = spans = chaff = gaps = pairs = 0
    for link in form["links"]:
        if link["kind"] != "edited":
            continue
        before = form["old"]["blocks"][link["old"][0]]["text"]
        after = form["new"]["blocks"][link["new"][0]]["text"]
        found = [span for span in link["spans"] if "mark" not in span["tags"]]
        pairs += 1
        spans += len(found)
        marked += sum(s["old"][1] - s["old"][0] + s["new"][1] - s["new"][0] for s in found)
        strip = lambda text: text.split(" ", 1)[1]
        before, after = strip(before), strip(after)
        least += len(before) + len(after) - 2 * common(before, after)
        for left, right in zip(found, found[1:]):
            gaps += 1
            chaff += right["old"][0] - left["old"][1] <= 2
    print(f"\nMarks: {pairs} edited paragraphs, {spans / pairs:.2f} changes each")
    print(f"  marked / least possible           {marked / least:.3f}")
    print(f"  runs of two or less between them  {chaff / max(1, gaps):.3f}")


def measure(variorum):
    measure_speed(variorum)
    measure_links(variorum)
    measure_marks(variorum)
