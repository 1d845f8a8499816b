"""Time and memory of comparing two versions, beside git, on documents of 1,000 to 100,000 paragraphs.

The documents are generated from a seed: numbered articles of sentences drawn from a word list, and a
revision that edits a tenth of them, inserts, deletes and moves some, and numbers all anew. Every
program reads the same two files in the same run. Standard library only.
"""
import os
import random
import subprocess
import tempfile
import time

WORDS = (
    "推进 完善 建立 健全 落实 加强 支持 鼓励 规范 优化 公共 图书馆 服务 体系 标准 制度 机制 经费 人才 设施 数字 资源 "
    "阅读 活动 城乡 社区 街道 学校 企业 部门 责任 监督 考核 计划 项目 资金 平台 数据 安全 保护 古籍 文献 读者 开放 共享"
).split()


def sentence(chance):
    words = "".join(chance.choice(WORDS) for _ in range(chance.randint(4, 9)))
    return words + "，" + "".join(chance.choice(WORDS) for _ in range(chance.randint(3, 8)))


def paragraph(chance):
    text = "。".join(sentence(chance) for _ in range(chance.randint(1, 4)))
    return f"{text}，到20{chance.randint(21, 49)}年达到{chance.randint(2, 99)}%。"


def edited(text, chance):
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice(WORDS) + text[place + chance.randint(0, 3):]
    return text


def versions(count, seed):
    """The paragraphs of two versions."""
    chance = random.Random(seed)
    old = [paragraph(chance) for _ in range(count)]
    new = []
    for text in old:
        fate = chance.random()
        if fate < 0.03:
            continue
        new.append(edited(text, chance) if fate < 0.13 else text)
        if fate > 0.97:
            new.append(paragraph(chance))
    for _ in range(count // 50):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    return old, new


def write(paragraphs, path):
    with open(path, "w", encoding="utf-8") as file:
        for number, text in enumerate(paragraphs, 1):
            if number % 40 == 1:
                file.write(f"## 第{number // 40 + 1}章 {text[:6]}\n\n")
            file.write(f"第{number}条 {text}\n\n")


def run(command):
    """Seconds and megabytes of a program; None if it takes longer than a minute."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        while time.perf_counter() - start < 60:
            found, status, usage = os.wait4(process.pid, os.WNOHANG)
            if found:
                # git diff ends with 1 where there are differences.
                assert os.waitstatus_to_exitcode(status) in (0, 1), command
                return time.perf_counter() - start, usage.ru_maxrss / 1024
            time.sleep(0.002)
        process.kill()
        process.wait()
    return None


def measure(variorum, sizes=(1_000, 10_000, 100_000), seed=1):
    """Prints a row for each size and program, with the ratio to git's difference of lines."""
    print(f"{'paragraphs':>10}  {'program':<34}{'seconds':>9}{'MB':>8}{'× git':>8}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("old.md", "new.md")]
            for paragraphs, path in zip(versions(size, seed), paths):
                write(paragraphs, path)
            git = ["git", "diff", "--no-index"]
            programs = [
                ("git diff --histogram (lines)", [*git, "--histogram", *paths]),
                ("git diff --word-diff-regex=.", [*git, "--word-diff-regex=.", *paths]),
                ("variorum compare", [variorum, "compare", *paths, "--format", "json"]),
            ]
            least = None
            for name, command in programs:
                found = min(filter(None, (run(command) for _ in range(3))), default=None)
                if found is None:
                    print(f"{size:>10}  {name:<34}{'> 60':>9}")
                    continue
                least = least or found[0]
                print(f"{size:>10}  {name:<34}{found[0]:>9.3f}{found[1]:>8.0f}{found[0] / least:>8.1f}")
