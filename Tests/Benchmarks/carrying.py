"""What carrying notes takes beyond comparing the two texts, for a thousand and for ten thousand notes."""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import anchoring
import revising


def babbled(paragraphs, count, chance):
    """So many paragraphs that read like some others but say nothing twice: each three scalars are theirs."""
    follows = {}
    whole = "".join(paragraphs)
    for a, b, c in zip(whole, whole[1:], whole[2:]):
        follows.setdefault(a + b, []).append(c)
    result = []
    for _ in range(count):
        length, text = chance.randint(60, 240), chance.choice(paragraphs)[:2]
        while len(text) < length:
            text += chance.choice(follows.get(text[-2:], "，"))
        result.append(text + "。")
    return result


def written(folder, paragraphs, notes, seed):
    chance = random.Random(seed)
    source = anchoring.bases()["zh"]
    old = babbled(source, paragraphs, chance)
    new = revising.Revision(old, ["\n".join(source)], chance, 1.0).made().paragraphs()
    for name, text in [("old.md", old), ("new.md", new)]:
        (folder / name).write_text("\n\n".join(map(anchoring.escaped, text)) + "\n")
    whole, starts = "\n".join(old), [0]
    for paragraph in old:
        starts.append(starts[-1] + len(paragraph) + 1)
    items = []
    for number in range(notes):
        p = chance.randrange(len(old))
        start = starts[p] + chance.randrange(len(old[p]) // 2)
        end = min(starts[p + 1] - 1, start + chance.randint(6, 80))
        items.append(dict(
            id=f"n{number}", type="Annotation", body=dict(type="TextualBody", value="note"), target=dict(
                source="old.md", selector=[
                    dict(type="TextQuoteSelector", exact=whole[start:end], prefix=whole[max(0, start - 32):start],
                         suffix=whole[end:end + 32]),
                    dict(type="TextPositionSelector", start=start, end=end)])))
    for name, some in [("one.json", items[:1]), ("all.json", items)]:
        (folder / name).write_text(json.dumps({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection",
            "first": dict(type="AnnotationPage", items=some)}, ensure_ascii=False))


def seconds(variorum, folder, notes):
    start = time.perf_counter()
    subprocess.run(
        [variorum, "annotations", "carry", "--old", folder / "old.md", "--new", folder / "new.md",
         folder / notes, "--format", "json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure(variorum, rounds=5):
    variorum = str(pathlib.Path(variorum).resolve())
    print("\n## What carrying notes takes, reading them and writing the answer included")
    for paragraphs, notes, most in [(200, 1_000, 0.3), (2_000, 1_000, 0.3), (2_000, 10_000, 1.0)]:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            written(folder, paragraphs, notes, seed=7)
            one, every = (min(seconds(variorum, folder, file) for _ in range(rounds))
                          for file in ("one.json", "all.json"))
            print(f"{notes} notes over {paragraphs} paragraphs: {every - one:.2f} s beyond the {one:.2f} s of one note; "
                  f"no more than {most} s is wanted")


if __name__ == "__main__":
    measure(sys.argv[1])
