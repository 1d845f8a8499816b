#!/usr/bin/env python3
"""Texts set in the columns of a newspaper and read again: are the ends of paragraphs and the headings
those of the text? newspaper.py --variorum PATH [--seeds N] [--errors N] [TEXT …]

A text has a paragraph a line; `#` marks a heading. It is set as print sets it: no stop begins a line,
no bracket ends one, no word of letters is cut, the indent of a first line is lost and its width kept.
Without texts the sample plan is set, as it is and with the marks of an official paper, and the laws of
Revisions. Standard library only.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import tempfile

import building

LAWS = pathlib.Path(__file__).resolve().parent / "Revisions"
CLOSING, OPENING = "，。、；：！？）”》’」』", "（“《‘「『"
#: What stands between blocks: nothing; a blank line; a blank line, but the first line of a section
#: stands with its heading and has the blank line behind it, as one extractor leaves it.
BLANKS = ("none", "between", "detached")
#: All lines of one width; squeezed and stretched by half an em; by up to one; stops half as wide where
#: a line is full.
LINES = ("even", "by ½ em", "by 1 em", "at stops")


def plan():
    lines = re.sub(r"^---\n.*?\n---\n", "", building.PLAN.read_text(encoding="utf-8"), flags=re.S)
    lines = re.sub(r" *\{[:#][^}]*\}|\*\*", "", lines)
    return [line for line in lines.split("\n") if line.strip()]


def paper():
    """The plan with the marks of an official paper: 一、 for chapters, （一） for sections."""
    chapter, section, result = 0, 0, []
    for line in plan():
        if line.startswith("## "):
            section += 1
            line = f"## （{building.NUMERALS[section]}）" + line.split(" ", 2)[2]
        elif line.startswith("# "):
            chapter, section = chapter + 1, 0
            line = f"# {building.NUMERALS[chapter]}、" + line.split(" ", 2)[2]
        result.append(line)
    # The text begins in the middle of a chapter.
    return result[next(i for i, line in enumerate(result) if line.startswith("# ")):]


def law(path):
    return [("# " if re.match(r"第[一二三四五六七八九十百零]+[编章节] ", line) else "") + line
            for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]


def sources():
    yield "plan", plan()
    yield "paper", paper()
    for path in sorted(LAWS.glob("zh-*/new.txt")):
        yield path.parent.name, law(path)


def units(text):
    """The pieces between which a line may be broken."""
    found = []
    for character in text:
        together = found and (
            character in CLOSING or found[-1][-1] in OPENING
            or character.isascii() and character != " " and found[-1][-1].isascii()
            and found[-1][-1] != " ")
        if together:
            found[-1] += character
        else:
            found.append(character)
    return found


def width(text):
    return sum(0.5 if character.isascii() else 1 for character in text)


class Page:
    """A page being set: its columns have the same depth in lines, and one width or two in turn."""

    def __init__(self, blanks, lines, seed):
        self.blanks, self.lines, self.chance = blanks, lines, random.Random(seed)
        self.measures = [self.chance.randint(14, 32), self.chance.randint(16, 24)]
        self.depth = self.chance.choice((25, 60, 10**9))
        self.titles = self.chance.choice((0.7, 0.85, 1))
        self.set = ["2021 年 3 月 4 日 星期四", "", "要 闻"]

    def measure(self, count):
        return self.measures[count // self.depth % 2]

    def broken(self, text, isTitle):
        """The lines of a block."""
        reach = {"by ½ em": 1, "by 1 em": 2}.get(self.lines, 0)

        def room():
            measure = self.measure(len(self.set) + len(result))
            if isTitle:
                return round(measure * self.titles)
            return measure + self.chance.randint(-reach, reach) / 2

        result, line = [], ""
        left = room() - (0 if isTitle else 2)
        for unit in units(text):
            size = width(unit)
            give = 0.5 * sum(c in CLOSING for c in line + unit) if self.lines == "at stops" else 0
            if size > left + min(give, 1.5) and line:
                result.append(line.rstrip(" "))
                line, left, unit = "", room(), unit.lstrip(" ")
                size = width(unit)
            line += unit
            left -= size
        return result + [line]


def page(blocks, blanks, lines, seed):
    """A page of some blocks."""
    page, previous = Page(blanks, lines, seed), None
    for index, block in enumerate(blocks):
        level = len(block) - len(block.lstrip("#"))
        if blanks == "between" and index or blanks == "detached" and previous not in (None, 2):
            page.set.append("")
        own = page.broken(block[level:].strip(), level > 0)
        if blanks == "detached" and previous == 2 and len(own) > 1:
            own.insert(1, "")
        page.set += own
        previous = level
    return "\n".join(page.set) + "\n"


def bare(text):
    return re.sub(r"\s", "", text)


def truth(blocks):
    """Where blocks end in the text without spaces, and the headings by their ends."""
    end, ends, headings = 0, {}, {}
    for block in blocks:
        words = bare(block.lstrip("#"))
        end += len(words)
        ends[end] = words
        if block.startswith("#"):
            headings[end] = words
    return ends, headings


def found(variorum, text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        output = subprocess.run(
            [variorum, "convert", file.name, "--format", "json"], capture_output=True, check=False)
    read = json.loads(output.stdout)
    title = read.get("title")
    blocks = ["# " + title] if title else []
    for block in read["blocks"]:
        words = (block.get("number") or "") + block["text"]
        blocks.append(("# " if block["type"] == "heading" else "") + words)
    return truth(blocks)


class Score:
    """Counts of ends and of headings: right, found, there are."""

    def __init__(self):
        self.ends, self.headings = [0, 0, 0], [0, 0, 0]
        self.lowest = [1.0, 1.0]

    def add(self, read, expected):
        for counts, have, want in zip((self.ends, self.headings), read, expected):
            right = len(have.items() & want.items()) if counts is self.headings else len(have.keys() & want.keys())
            for place, number in enumerate((right, len(have), len(want))):
                counts[place] += number
            if counts is self.ends:
                for place, number in enumerate((len(have), len(want))):
                    self.lowest[place] = min(self.lowest[place], right / max(number, 1))

    def row(self):
        right, have, want = self.ends
        heads, read, there = self.headings
        return (f"{right / max(have, 1):>9.4f}{right / max(want, 1):>8.4f}"
                f"{self.lowest[0]:>9.3f}{self.lowest[1]:>7.3f}{heads:>9} of {there}, {read - heads} false")


def show(read, expected, limit):
    for have, want in zip(read, expected):
        for place in sorted(have.items() ^ want.items())[:limit]:
            print("   ", "+" if place in have.items() else "−", place[0], place[1][:30], "…", place[1][-16:])


def measure(variorum, seeds=6, texts=None, errors=0):
    print(f"\nReading newspaper columns: {seeds} pages of each text and setting; ends of paragraphs")
    print(f"  {'blank lines':<13}{'lines':<10}{'precision':>9}{'recall':>8}{'lowest':>9}{'':>7}  headings")
    scores = collections.defaultdict(Score)
    for name, blocks in texts or list(sources()):
        expected = truth(blocks)
        for blanks in BLANKS:
            for lines in LINES:
                for seed in range(seeds):
                    read = found(variorum, page(blocks, blanks, lines, f"{name} {seed}"))
                    scores[blanks, lines].add(read, expected)
                    if errors and read != expected:
                        print(f"  {name} {blanks} {lines} {seed}")
                        show(read, expected, errors)
    for (blanks, lines), score in scores.items():
        print(f"  {blanks:<13}{lines:<10}{score.row()}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variorum", required=True)
    parser.add_argument("--seeds", type=int, default=6)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("texts", nargs="*", type=pathlib.Path)
    given = parser.parse_args()
    named = [(path.name, path.read_text(encoding="utf-8").rstrip("\n").split("\n")) for path in given.texts]
    measure(given.variorum, given.seeds, named, given.errors)
