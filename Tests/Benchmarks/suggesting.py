#!/usr/bin/env python3
"""Suggesting who is responsible and by when: precision and recall on span, agencies and roles, and on
times with their kind.

Two sorts of texts are scored. Generated ones say each of their responsibilities and times in a form
drawn from those that division-of-labour plans (分工方案) use, beside sentences that only look alike; what
was put in is the truth. Real ones were marked by hand: --gold FOLDER takes folders with a source and
`responsibilities.json` or `times.json`. Standard library only.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import tempfile

import building

AGENCIES = (
    "国家发展改革委 教育部 科技部 工业和信息化部 公安部 民政部 财政部 人力资源社会保障部 自然资源部 "
    "生态环境部 住房城乡建设部 交通运输部 水利部 农业农村部 商务部 文化和旅游部 国家卫生健康委 "
    "应急管理部 人民银行 海关总署 税务总局 市场监管总局 国家能源局 国家药监局 国家统计局 证监会 "
    "中国气象局 国家铁路局 国家邮政局 国务院国资委").split()
# Parentheses and sentences in which an agency or a year is named, and nobody is given a task.
OTHERS = (
    "（见海关总署公告附件）", "（含自由贸易试验区）", "（以下简称《规划》）", "海关总署负责人出席会议。",
    "财政部数据显示支出结构持续优化。", "2018年全国两会提出了要求。", "（国发〔2019〕3号）")


def responsibility(chance):
    """A note in parentheses, and its agencies with their roles."""
    names = chance.sample(AGENCIES, chance.randint(1, 5))
    lead, rest = names[0], names[1:]
    joined = "、".join
    forms = [(f"（{joined(names)}负责）", [(name, "responsible") for name in names])]
    forms.append(
        (f"（{joined(names)}按职责分工负责）", [(name, "by-duty") for name in names]))
    if rest:
        support = [(lead, "lead")] + [(name, "support") for name in rest]
        forms += [
            (f"（{lead}牵头，{joined(rest)}配合）", support),
            (f"（{lead}牵头，{joined(rest)}参与）", support),
            (f"（牵头单位：{lead}；配合单位：{joined(rest)}）", support),
            (f"（由{lead}牵头，会同{joined(rest)}落实）", support),
            # Only who is said to lead, leads; whoever is ‘responsible’ is that.
            (
                f"（{lead}会同{joined(rest)}负责）",
                [(lead, "responsible")] + [(name, "support") for name in rest]),
        ]
    return chance.choice(forms)


def time(chance):
    """A sentence of a time, the time, its class."""
    year, month = chance.randint(2019, 2035), chance.randint(1, 12)
    forms = [
        (f"{year}年底前", "基本完成改造任务", "deadline"),
        (f"{year}年{month}月底前", "出台实施细则", "deadline"),
        (f"{year}年{month}月{chance.randint(1, 28)}日前", "报送工作总结", "deadline"),
        (f"到{year}年", "形成较为完善的体系", "target-year"),
        (f"从{year}年起", "在全国推开", "start"),
        (f"自{year}年{month}月1日起", "施行新的标准", "start"),
        ("每年", "开展一次评估", "recurring"),
        (f"每{chance.randint(2, 5)}年", "修订一次目录", "recurring"),
    ]
    words, rest, sort = chance.choice(forms)
    return f"{words}，{rest}。" if sort != "recurring" else f"{words}{rest}。", words, sort


def document(seed):
    """A plan's text; its responsibilities as (quote, agencies); its times as (text, class)."""
    chance, pool = random.Random(seed), [
        sentence for sentence in building.sentences() if not any(c in sentence for c in "0123456789（")]
    lines, notes, times = ["关于推进重点工作的分工方案", ""], [], []
    for number in range(40):
        text = "".join(chance.sample(pool, chance.randint(1, 3)))
        if chance.random() < 0.5:
            words, found, sort = time(chance)
            text += words
            times.append((found, sort))
        if chance.random() < 0.3:
            text += chance.choice(OTHERS)
        if chance.random() < 0.7:
            quote, agencies = responsibility(chance)
            text += quote
            notes.append((quote, sorted(agencies)))
        lines += [f"{number + 1}.{text}", ""]
    return "\n".join(lines), notes, times


def suggestions(variorum, path, kind):
    result = subprocess.run(
        [variorum, "annotations", "suggest", str(path), "--format", "json", "--kind", kind],
        capture_output=True, check=True)
    return json.loads(result.stdout)["suggestions"]


def agencies(suggestion):
    return sorted((agency["name"], agency["role"]) for agency in suggestion["agencies"])


class Score:
    def __init__(self):
        self.right = self.found = self.wanted = 0
        self.missed = []

    def add(self, found, wanted):
        rest = list(found)
        for item in wanted:
            if item in rest:
                rest.remove(item)
                self.right += 1
            else:
                self.missed.append(item)
        self.missed += [("not wanted", item) for item in rest]
        self.found += len(found)
        self.wanted += len(wanted)

    def __str__(self):
        return (
            f"precision {self.right / max(1, self.found):.3f}  recall "
            f"{self.right / max(1, self.wanted):.3f}  ({self.right} right of {self.found} found, "
            f"{self.wanted} wanted)")


def measure(variorum, seeds=20, misses=0):
    variorum = os.path.abspath(variorum)
    print("\nSuggesting on generated plans: span, agencies and roles; times with their kind")
    people, dates = Score(), Score()
    with tempfile.TemporaryDirectory() as name:
        for seed in range(seeds):
            text, notes, times = document(seed)
            path = pathlib.Path(name) / f"plan-{seed}.txt"
            path.write_text(text, encoding="utf-8")
            people.add(
                [(s["quote"], agencies(s)) for s in suggestions(variorum, path, "responsibility")],
                notes)
            dates.add(
                [(s["date"]["text"], s["date"]["class"]) for s in suggestions(variorum, path, "date")],
                times)
    report(people, dates, misses)


def report(people, dates, misses):
    for what, score in (("responsibilities", people), ("times", dates)):
        if score.wanted:
            print(f"  {what:<18}{score}")
            for item in score.missed[:misses]:
                print(f"    {item}")


def measure_gold(variorum, folders, misses=0):
    print("\nSuggesting on texts marked by hand")
    people, dates = Score(), Score()
    for folder in map(pathlib.Path, folders):
        source = next(path for path in folder.iterdir() if path.stem == "source")
        if (folder / "responsibilities.json").exists():
            items = json.loads((folder / "responsibilities.json").read_text())["items"]
            people.add(
                [(s["quote"], agencies(s)) for s in suggestions(variorum, source, "responsibility")],
                [
                    (item["note"], sorted((a["agency"], a["role"]) for a in item["agencies"]))
                    for item in items
                ])
        if (folder / "times.json").exists():
            items = json.loads((folder / "times.json").read_text())["items"]
            dates.add(
                [
                    (s["date"]["text"], s["date"]["class"], s["date"].get("value"))
                    for s in suggestions(variorum, source, "date")
                ], [(item["text"], item["class"], item["value"]) for item in items])
    report(people, dates, misses)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variorum", required=True)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--misses", type=int, default=0, help="list so many of what is wrong")
    parser.add_argument("--gold", nargs="*", default=[], metavar="FOLDER")
    options = parser.parse_args()
    if options.gold:
        measure_gold(options.variorum, options.gold, options.misses)
    else:
        measure(options.variorum, options.seeds, options.misses)
