"""Notes carried into real revisions of laws and policies, placed by hand (Revisions/README.md)."""
import csv
import pathlib
import time

import anchoring

FOLDER = pathlib.Path(__file__).resolve().parent / "Revisions"


def case(folder):
    old, new = ((folder / name).read_text().rstrip("\n").split("\n") for name in ("old.txt", "new.txt"))
    starts = [0]
    for paragraph in old:
        starts.append(starts[-1] + len(paragraph) + 1)
    whole, notes = "\n".join(old), []
    with open(folder / "notes.tsv", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    for number, (paragraph, passage, place, passages, doubt) in enumerate(rows):
        p = int(paragraph) - 1
        start = starts[p] + old[p].index(passage)
        end = start + len(passage)
        expected = [("gone",)] if place == "-" else []
        for words in passages.split(" || ") if place != "-" else []:
            q = int(place) - 1
            at = new[q].index(words)
            expected.append(("anchored", q, at, q, at + len(words)))
        notes.append(dict(
            id=f"n{number}", start=start, end=end, exact=passage, prefix=whole[max(0, start - 32):start],
            suffix=whole[end:end + 32], expected=expected[0], others=expected[1:], doubt=doubt == "?"))
    return dict(old=old, new=new, annotations=notes)


def judged(note, placed, paragraphs):
    """The best that can be said of an answer, by any of the passages that are right."""
    order = ["exact", "right paragraph", "other paragraphs too"]
    verdicts = [anchoring.judged(dict(note, expected=expected), placed, paragraphs)
                for expected in [note["expected"], *note["others"]]]
    best = min(verdicts, key=lambda v: order.index(v) if v in order else len(order))
    return "exact" if note["doubt"] and best == "falsely orphaned or for review" else best


def measure(variorum, errors=0):
    variorum = str(pathlib.Path(variorum).resolve())
    print("\n## Notes carried into real revisions, placed by hand")
    cases = {folder.name: case(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir()}
    for name, system in [("variorum", lambda one: anchoring.carried(variorum, one)),
                         ("search for the quote (diff-match-patch)", anchoring.searched)]:
        everything, spent = [], 0
        for folder, one in cases.items():
            start, verdicts = time.perf_counter(), []
            placed = system(one)
            for note in one["annotations"]:
                answer = placed.get(note["id"], dict(status="orphaned", confidence=0))
                verdict = judged(note, answer, one["new"])
                verdicts.append((verdict, answer["confidence"], answer["status"]))
                if errors and name == "variorum" and verdict not in ("exact", "gone, said so"):
                    errors -= 1
                    anchoring.show(one, note, answer, verdict)
            took = time.perf_counter() - start
            anchoring.report(f"{folder}, {name}", verdicts, took)
            everything += verdicts
            spent += took
        anchoring.report(f"all, {name}", everything, spent)


if __name__ == "__main__":
    import sys
    measure(sys.argv[1], errors=int(sys.argv[2]) if len(sys.argv) > 2 else 0)
