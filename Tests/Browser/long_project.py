"""Makes a plan that is too long for one page, in two versions: a page for each chapter.

Twelve chapters of generated sentences, a wide table, notes through all of them;
in the later version numbers and years have changed, a paragraph has moved into another chapter, one
chapter has come and a section has gone.
"""

import random

import project

VERBS = "推进 完善 建设 保护 提升 健全 加强 统筹 优化 扩大".split()
OBJECTS = "港口群 综合交通网 生态廊道 数字基础设施 公共卫生体系 产业园区 水利枢纽 农田灌区 科技创新平台 应急物资储备".split()
AGENCIES = "发展改革委 交通运输部 水利部 生态环境部".split()
NUMERALS = "一二三四五六七八九十"
VERSIONS = ("2030-01-01", "2035-01-01")
COLUMNS = ["指标", "单位", *map(str, range(2030, 2037)), "责任单位与说明"]

KINDS = """kinds:
  task:
    label: { zh-Hans: 任务, en: Task }
    fields:
      lead: { type: agencies, label: { zh-Hans: 牵头, en: Lead } }
      deadline: { type: date, label: { zh-Hans: 期限, en: Deadline } }
"""


def sentence(chance):
    body = f"{chance.choice(VERBS)}{chance.choice(OBJECTS)}{chance.randint(2, 900)}处"
    opening = chance.choice(("", f"到{chance.randint(2030, 2036)}年，", f"由{chance.choice(AGENCIES)}牵头，", "因地制宜，"))
    return f"{opening}{body}，{chance.choice(VERBS)}{chance.choice(OBJECTS)}，{chance.choice(VERBS)}{chance.choice(OBJECTS)}。"


def table():
    yield f"| {' | '.join(COLUMNS)} |"
    yield "|" + " --- |" * len(COLUMNS)
    for row, name in enumerate(OBJECTS):
        yield f"| {name}覆盖率 | 百分点 | {' | '.join(str(1000 * row + year) for year in range(7))} | {AGENCIES[row % 4]}，kilometre-equivalents |"


def first_version():
    """Chapters, each a list of sections, each a list of paragraphs."""
    chance = random.Random(1)
    chapters = [
        [["".join(sentence(chance) for _ in range(chance.randint(5, 9))) for _ in range(7)] for _ in range(3)]
        for _ in range(12)]
    chapters[1][0].append("\n".join(table()))
    return chapters


def second_version(chapters):
    chance = random.Random(2)
    later = [[[raised(text) if chance.random() < 0.1 else text for text in section] for section in chapter] for chapter in chapters]
    later[7][1].insert(2, later[2][1].pop(3))
    del later[9][2]
    later.insert(4, [["".join(sentence(chance) for _ in range(6)) for _ in range(5)]])
    return later


def raised(text):
    """The text with years and numbers changed; a row of a table stays."""
    return text if text.startswith("|") else text.replace("2033年", "2034年").replace("7", "8")


def counted(number):
    """A number below 20 in Chinese."""
    return NUMERALS[number - 1] if number <= 10 else "十" + NUMERALS[number - 11]


def markdown(chapters):
    pieces = ["---\ntitle: 流域综合规划\nlanguage: zh-Hans\n---"]
    for number, chapter in enumerate(chapters, 1):
        pieces.append(f"# 第{counted(number)}章 {OBJECTS[number % 10]}建设")
        for place, section in enumerate(chapter, 1):
            pieces += [f"## 第{counted(place)}节 {VERBS[(number + place) % 10]}{OBJECTS[(number * place) % 10]}", *section]
    return "\n\n".join(pieces) + "\n"


def notes(blocks, chapters):
    yield "notes:\n"
    names = {text: id for id, text in blocks.items()}
    paragraphs = [text for chapter in chapters for section in chapter for text in section if text in names]
    for number, text in enumerate(paragraphs[::4], 1):
        sentences = [part + "。" for part in text.split("。")[:-1]]
        yield project.note(f"task-{number}", "task", VERSIONS[0], names[text], sentences[number % len(sentences)], {
            "lead": f"[{AGENCIES[number % 4]}]", "deadline": f'{{ by: "{2030 + number % 7}" }}'})


def make(variorum, folder):
    """Writes the project and returns its folder."""
    first = first_version()
    agencies = "agencies:\n" + "".join(
        f"  - {{ id: agency-{number}, name: {name} }}\n" for number, name in enumerate(AGENCIES))
    return project.make(
        variorum, folder, "流域综合规划", dict(zip(VERSIONS, map(markdown, (first, second_version(first))))),
        lambda blocks: "".join(notes(blocks, first)), KINDS, agencies, "[zh-Hans, en]")
