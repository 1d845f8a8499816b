"""Notes carried into revisions with known truth, beside a search for the quote."""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

import diff_match_patch
import revising

ROOT = pathlib.Path(__file__).resolve().parents[2]
MARKUP = re.compile(r"([\\`*_\[\]<>#&])")


def bases():
    """Texts of the project itself: a plan in Chinese, a licence in English."""
    plan = (ROOT / "Site/Versions/2019-12-02/plan.md").read_text().split("---\n", 2)[-1]
    lines = [re.sub(r"^#+ | \{#[^}]*\}|\\(?=[^\w\s])", "", line).strip() for line in plan.split("\n") if not line.startswith("{:")]
    chinese = [line for line in lines if len(line) > 3]
    english = [" ".join(p.split()) for p in (ROOT / "LICENSE").read_text().split("\n\n")]
    return {"zh": chinese, "en": [p for p in english if len(p) > 20]}


def windows(paragraphs, size=24):
    return [paragraphs[at:at + size] for at in range(0, max(1, len(paragraphs) - size // 2), size)]


def with_twins(paragraphs, chance):
    """Some sentences stand in the old text already twice, word for word or nearly so."""
    result = list(paragraphs)
    for _ in range(max(1, len(result) // 8)):
        sentence = chance.choice(re.findall(r"[^。；.;]{12,90}[。；.]", chance.choice(result)) or [""]).strip()
        if not sentence:
            continue
        twin = re.sub(r"[、]|(?<= )(\w{4,}) ", lambda m: "及" if m.group() == "、" else m.group(), sentence, count=1)
        at = chance.randrange(len(result))
        gap = " " if result[at].isascii() else ""
        result[at] = result[at] + gap + chance.choice([sentence, twin])
    return result


def case(paragraphs, donors, seed, notes=14, noise=1.0):
    chance = random.Random(seed)
    old = with_twins(paragraphs, chance)
    revision = revising.Revision(old, donors, chance, noise).made()
    origins, whole = revision.origins(), "\n".join(old)
    folded = [not (c.isspace() or c in "，。；：、,;:.!?") for c in whole]
    starts = [0]
    for paragraph in old:
        starts.append(starts[-1] + len(paragraph) + 1)
    annotations = []
    for _ in range(notes * 4):
        p = chance.randrange(len(old))
        pieces = revising.clauses(old[p])
        first = chance.randrange(len(pieces))
        count = chance.choice([1, 1, 2, 3, 5])
        start = starts[p] + sum(map(len, pieces[:first]))
        end = min(starts[p + 1] - 1, start + sum(map(len, pieces[first:first + count])))
        while end > start and not folded[end - 1]:
            end -= 1
        while start < end and not folded[start]:
            start += 1
        if end - start < 5:
            continue
        expected = revising.truth(origins, start, end, folded)
        if expected is None or len(annotations) >= notes:
            continue
        annotations.append(dict(
            id=f"{seed}-{len(annotations)}", start=start, end=end, exact=whole[start:end],
            prefix=whole[max(0, start - 32):start], suffix=whole[end:end + 32], expected=expected))
    return dict(old=old, new=revision.paragraphs(), annotations=annotations)


def escaped(paragraph):
    text = MARKUP.sub(r"\\\1", paragraph)
    text = re.sub(r"^(\s*)([-+=~|])", r"\1\\\2", text)
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text)


def places(blocks, paragraphs):
    """For each block the paragraph it is, and where its text begins there."""
    result, at = [], 0
    for block in blocks:
        hit = None
        for p in range(at, len(paragraphs)):
            bare = re.sub(r"\s+", "", paragraphs[p])
            for number in ("", block.get("number") or ""):
                if hit is None and re.sub(r"\s+", "", number + block["text"]) == bare:
                    hit = (p, paragraphs[p].find(block["text"][:4], len(number)))
        result.append(hit)
        at = hit[0] + 1 if hit else at
    return result


def files(case):
    """The two versions and the notes, as the program reads them."""
    result = {side + ".md": "\n\n".join(map(escaped, case[side])) + "\n" for side in ("old", "new")}
    items = [dict(id=note["id"], type="Annotation", body=dict(type="TextualBody", value="note"), target=dict(
        source="old.md", selector=[
            dict(type="TextQuoteSelector", exact=note["exact"], prefix=note["prefix"], suffix=note["suffix"]),
            dict(type="TextPositionSelector", start=note["start"], end=note["end"])])) for note in case["annotations"]]
    notes = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection",
             "first": dict(type="AnnotationPage", items=items)}
    return result | {"notes.json": json.dumps(notes, ensure_ascii=False)}


def carried(variorum, case):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files(case).items():
            pathlib.Path(folder, name).write_text(text)
        run = subprocess.run(
            [variorum, "annotations", "carry", "--old", f"{folder}/old.md", "--new", f"{folder}/new.md",
             f"{folder}/notes.json", "--format", "json"], capture_output=True, text=True)
    answer = json.loads(run.stdout)
    at, result = places(answer["new"]["blocks"], case["new"]), {}
    for outcome in answer["outcomes"]:
        target, status = outcome.get("target"), outcome["outcome"]
        placed = dict(status=status, confidence=outcome.get("confidence", 0))
        if target and status != "orphaned":
            first, last = at[target["block"]], at[target.get("endBlock", target["block"])]
            if first and last:
                placed["span"] = (first[0], first[1] + target["start"], last[0], last[1] + target["end"])
        result[outcome["id"]] = placed
    return result


def searched(case):
    """The peer: diff-match-patch, as annotators on the web use it; the nearest likeness of the quote."""
    text = "\n".join(case["new"])
    starts = [0]
    for paragraph in case["new"]:
        starts.append(starts[-1] + len(paragraph) + 1)

    def place(offset):
        p = max(p for p in range(len(case["new"])) if starts[p] <= offset)
        return p, offset - starts[p]

    engine, result = diff_match_patch.diff_match_patch(), {}
    engine.Match_Distance = 100_000
    for note in case["annotations"]:
        exact, shift = note["exact"], note["start"]
        at = text.find(note["prefix"] + exact + note["suffix"])
        at = at + len(note["prefix"]) if at >= 0 else text.find(exact)
        end = at + len(exact)
        if at < 0:
            at = engine.match_main(text, exact[:32], shift)
            tail = engine.match_main(text, exact[-32:], at + max(0, len(exact) - 32)) if at >= 0 else -1
            end = tail + min(32, len(exact)) if tail >= at >= 0 else -1
        if at < 0 or end <= at:
            result[note["id"]] = dict(status="orphaned", confidence=0)
        else:
            result[note["id"]] = dict(status="attached", confidence=1, span=(*place(at), *place(end)))
    return result


def trimmed(span, paragraphs):
    """A span without signs and spaces at its ends: whether a passage ends before its full stop is no matter."""
    p, start, end_p, end = span
    while (p, start) < (end_p, end) and start < len(paragraphs[p]) and not paragraphs[p][start].isalnum():
        start += 1
    while (p, start) < (end_p, end) and end > 0 and not paragraphs[end_p][end - 1].isalnum():
        end -= 1
    return p, start, end_p, end


def judged(note, placed, paragraphs):
    expected, span = note["expected"], placed.get("span")
    if expected[0] == "gone":
        return "gone, attached" if placed["status"] == "attached" else "gone, said so"
    if placed["status"] != "attached" or span is None:
        return "falsely orphaned or for review"
    span, want = trimmed(span, paragraphs), trimmed(expected[1:], paragraphs)
    p, start, end_p, end = span
    if span == want:
        return "exact"
    overlaps = (p, start) < want[2:] and want[:2] < (end_p, end)
    if not overlaps:
        return "wrong place"
    return "right paragraph" if (p, end_p) == (want[0], want[2]) else "other paragraphs too"


def report(name, verdicts, spent):
    count = {}
    for verdict, _, _ in verdicts:
        count[verdict] = count.get(verdict, 0) + 1
    stays = sum(n for verdict, n in count.items() if not verdict.startswith("gone"))
    share = lambda n, of: f"{100 * n / max(1, of):.1f} %"
    exact, right = count.get("exact", 0), count.get("right paragraph", 0)
    wrong = count.get("wrong place", 0) + count.get("gone, attached", 0)
    print(f"{name}: {len(verdicts)} notes, {stays} of them on passages that stay: exact {share(exact, stays)}, right "
          f"paragraph {share(exact + right, stays)}, falsely orphaned or for review "
          f"{share(count.get('falsely orphaned or for review', 0), stays)}; silently wrong "
          f"{share(wrong, len(verdicts))} ({count.get('wrong place', 0)} in a wrong place, "
          f"{count.get('gone, attached', 0)} though gone); {spent:.1f} s")
    attached = [(confidence, verdict in ("exact", "right paragraph", "other paragraphs too"))
                for verdict, confidence, status in verdicts if status == "attached"]
    bins = {}
    for confidence, good in attached:
        entry = bins.setdefault(min(9, int(confidence * 10)), [0, 0.0, 0])
        entry[0] += 1
        entry[1] += confidence
        entry[2] += good
    if bins:
        error = sum(abs(total - good) for _, total, good in bins.values()) / len(attached)
        sure = [good for confidence, good in attached if confidence >= 0.9]
        print(f"  of {len(sure)} at .9 or more {share(sum(sure), len(sure))} right; calibration error {error:.3f}")


def measure(variorum, rounds=8, texts=None, noise=1.0, errors=0):
    variorum = str(pathlib.Path(variorum).resolve())
    print("\n## Notes carried into revisions with known truth")
    texts = texts or bases()
    for language, paragraphs in texts.items():
        # What is put into a window comes from elsewhere in the text: a copy of what went would be no news.
        cases = [case(window, ["\n".join(p for p in paragraphs if p not in window)], 1000 * seed + at, noise=noise)
                 for seed in range(rounds) for at, window in enumerate(windows(paragraphs))]
        peers = [("variorum", lambda case: carried(variorum, case)),
                 ("search for the quote (diff-match-patch)", searched)]
        for name, system in peers:
            start, verdicts = time.perf_counter(), []
            for one in cases:
                placed = system(one)
                for note in one["annotations"]:
                    answer = placed.get(note["id"], dict(status="orphaned", confidence=0))
                    verdict = judged(note, answer, one["new"])
                    verdicts.append((verdict, answer["confidence"], answer["status"]))
                    if errors and name == "variorum" and verdict not in ("exact", "gone, said so"):
                        errors -= 1
                        show(one, note, answer, verdict)
            report(f"{language}, {name}", verdicts, time.perf_counter() - start)


def show(case, note, answer, verdict):
    def words(span):
        p, start, end_p, end = span
        lines = case["new"][p:end_p + 1]
        lines[-1] = lines[-1][:end] + "】" + lines[-1][end:end + 40]
        return (lines[0][max(0, start - 40):start] + "【" + lines[0][start:] + "\n".join([""] + lines[1:]))
    whole = "\n".join(case["old"])
    print(f"[{verdict}] {note['id']} {answer['status']} {answer['confidence']}")
    print("   old ", repr(whole[max(0, note['start'] - 40):note['start']] + "【" + note["exact"] + "】" + whole[note['end']:note['end'] + 40]))
    if note["expected"][0] == "anchored":
        print("   want", repr(words(note["expected"][1:])))
    if answer.get("span"):
        print("   got ", repr(words(answer["span"])))


if __name__ == "__main__":
    measure(sys.argv[1], errors=int(sys.argv[2]) if len(sys.argv) > 2 else 0)
