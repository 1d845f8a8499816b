"""Documents and their revisions, generated from a seed, with the truth about what became of what.

Numbered articles of sentences drawn from a word list; the revision edits a tenth of them, inserts,
deletes and moves some, splits and merges a few, and numbers all anew.
"""
import random
import re

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


WORD = re.compile("|".join(sorted(WORDS, key=len, reverse=True)) + r"|[0-9]+")


def edited(text, chance):
    """The text with one to four words replaced, taken out or put in, or numbers changed."""
    for _ in range(chance.randint(1, 4)):
        found = chance.choice(list(WORD.finditer(text)))
        word = chance.choice(WORDS)
        if found[0].isdigit():
            word = str(chance.randint(2, 99))
        elif chance.random() < 0.3:
            word = found[0] + word
        elif chance.random() < 0.2:
            word = ""
        text = text[:found.start()] + word + text[found.end():]
    return text


def revision(count, seed):
    """Two versions as lists of paragraphs, and the pairs of places that belong together."""
    chance = random.Random(seed)
    old = [paragraph(chance) for _ in range(count)]
    new = []
    for place, text in enumerate(old):
        fate = chance.random()
        if fate < 0.03:
            continue
        if fate < 0.13:
            text = edited(text, chance)
        cut = text.find("。", 20) + 1
        if 0.13 <= fate < 0.14 and 20 < cut < len(text) - 20:
            new += [([place], text[:cut]), ([place], text[cut:])]
        elif 0.14 <= fate < 0.15 and new and len(new[-1][0]) == 1:
            parents, before = new.pop()
            new.append((parents + [place], before + text))
        else:
            new.append(([place], text))
        if fate > 0.97:
            new.append(([], paragraph(chance)))
    for _ in range(count // 50):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    pairs = {(parent, place) for place, (parents, _) in enumerate(new) for parent in parents}
    return old, [text for _, text in new], pairs


def write(paragraphs, path):
    with open(path, "w", encoding="utf-8") as file:
        for number, text in enumerate(paragraphs, 1):
            file.write(f"第{number}条 {text}\n\n")
