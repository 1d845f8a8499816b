"""Revisions with known truth: a text is revised by chance, and each character remembers where it came from.

A text is a list of paragraphs, a paragraph a list of clauses, a clause a list of (character, origin); the
origin is the character's place in the old text, or None for what is new. Edits never touch the first or
last tokens of a clause, so that where a passage of whole clauses begins and ends is beyond dispute.
"""
import re

CLAUSE = re.compile(r"[^，。；：、,;:.!?！？]*(?:[，。；：、,;:!?！？]|\.(?=\s|$)|\.)*\s*|.", re.S)
SENTENCE_END = set("。；;.!?！？")


def clauses(text):
    return [match.group() for match in CLAUSE.finditer(text) if match.group()]


def tokens(clause):
    """Words of letters, single characters of scripts without spaces."""
    text = "".join(character for character, _ in clause)
    return [match.span() for match in re.finditer(r"[A-Za-z0-9À-ɏ'’-]+|[^\s]", text)]


def old_text(paragraphs):
    place, result = 0, []
    for paragraph in paragraphs:
        pieces = []
        for clause in clauses(paragraph):
            pieces.append([(character, place + at) for at, character in enumerate(clause)])
            place += len(clause)
        result.append(pieces)
        place += 1
    return result


def new(text):
    return [(character, None) for character in text]


def ends_sentence(clause):
    text = "".join(character for character, _ in clause).rstrip()
    return bool(text) and text[-1] in SENTENCE_END


def is_prose(paragraph):
    """Whether a paragraph is one of sentences, and no heading."""
    return bool(paragraph) and ends_sentence(paragraph[-1])


class Revision:
    def __init__(self, paragraphs, donors, chance, noise=1.0):
        self.text = old_text(paragraphs)
        self.chance = chance
        self.noise = noise
        self.sentences = [s for donor in donors for s in re.findall(r"[^。；.;\n]{8,80}[。；.;]", donor)]
        self.words = [w for donor in donors for w in re.findall(r"[A-Za-zÀ-ɏ]{3,}|[\u4e00-\u9fff]{2,3}", donor)]

    def happens(self, share):
        return self.chance.random() < share * self.noise

    def edited(self, clause, share=0.2):
        """Some inner words are others now, are gone, or have others before them."""
        spans = tokens(clause)
        words = any(end - start > 1 for start, end in spans)
        inner = spans[2:-3] if words else spans[3:-4]
        if len(inner) < 2:
            return clause
        result, at = [], 0
        for start, end in inner:
            if start < at or self.chance.random() >= share:
                continue
            kind = self.chance.choice(["replace", "replace", "delete", "insert"])
            is_word = len(clause[start:end]) > 1
            gap = " " if is_word else ""
            result += clause[at:start]
            if kind == "insert":
                result += new(self.chance.choice(self.words) + gap)
                at = start
            else:
                if kind == "replace":
                    result += new(self.chance.choice(self.words))
                at = end
        return result + clause[at:]

    def sentence_spans(self, paragraph):
        start = 0
        for at, clause in enumerate(paragraph):
            if ends_sentence(clause) or at == len(paragraph) - 1:
                yield start, at + 1
                start = at + 1

    def revise_sentences(self):
        moved, result = [], []
        for paragraph in self.text:
            pieces = []
            for start, end in self.sentence_spans(paragraph):
                sentence = paragraph[start:end]
                if self.happens(0.10):
                    sentence = []
                elif self.happens(0.06):
                    sentence = [new(self.chance.choice(self.sentences))]
                elif self.happens(0.06):
                    moved.append([self.edited(c) for c in sentence] if self.happens(0.4) else sentence)
                    sentence = []
                elif self.happens(0.3):
                    share = self.chance.choice([0.03, 0.06, 0.1, 0.2])
                    sentence = [self.edited(clause, share) for clause in sentence]
                    if len(sentence) > 2 and self.happens(0.3):
                        del sentence[self.chance.randrange(len(sentence) - 1)]
                    if len(sentence) > 1 and self.happens(0.3):
                        grown = self.chance.choice(self.sentences)[:-1] + ("，" if "。" in "".join(self.sentences[:9]) else ", ")
                        sentence.insert(self.chance.randrange(len(sentence)), new(grown))
                pieces += sentence
                if is_prose(paragraph) and self.happens(0.08):
                    pieces.append(new(self.chance.choice(self.sentences)))
            result.append(pieces)
        for sentence in moved:
            target = self.chance.choice([p for p in result if is_prose(p)] or result)
            at = self.chance.choice([0] + [end for _, end in self.sentence_spans(target)]) if target else 0
            target[at:at] = sentence
        self.text = [paragraph for paragraph in result if paragraph]

    def revise_paragraphs(self):
        result = []
        for paragraph in self.text:
            if self.happens(0.05):
                continue
            ends = [end for _, end in self.sentence_spans(paragraph)][:-1]
            if ends and self.happens(0.08):
                at = self.chance.choice(ends)
                result += [paragraph[:at], paragraph[at:]]
            elif result and is_prose(result[-1]) and is_prose(paragraph) and self.happens(0.05):
                result[-1] = result[-1] + paragraph
            else:
                result.append(paragraph)
            if self.happens(0.05):
                result.append([new(self.chance.choice(self.sentences)) for _ in range(3)])
        for _ in range(len(result)):
            if self.happens(0.04):
                result.insert(self.chance.randrange(len(result)), result.pop(self.chance.randrange(len(result))))
        self.text = result

    def revise_signs(self):
        """The text's own signs in another width, or spaces of no width where nobody sees them."""
        kind = self.chance.choice(["none", "none", "width", "spaces"])
        if kind == "width":
            widths = str.maketrans("，。；：", ",.;:")
            self.text = [[[(c.translate(widths), o) for c, o in k] for k in p] for p in self.text]
        elif kind == "spaces":
            self.text = [[[x for pair in k for x in ([pair, ("\u200b", None)] if self.chance.random() < .03 else [pair])]
                          for k in p] for p in self.text]

    def made(self):
        self.revise_sentences()
        self.revise_paragraphs()
        self.revise_signs()
        return self

    def paragraphs(self):
        return ["".join(c for clause in p for c, _ in clause) for p in self.text]

    def origins(self):
        """For each paragraph the origin of each of its characters."""
        return [[origin for clause in p for _, origin in clause] for p in self.text]


def truth(origins, start, end, folded):
    """Where the old characters start..<end stand now: ('anchored', p, start, end_p, end), ('gone',), or None.

    None is said of passages about which readers would differ: torn apart, or between kept and gone.
    """
    wanted = {at for at in range(start, end) if folded[at]}
    found = [(p, at, origin) for p, row in enumerate(origins) for at, origin in enumerate(row) if origin in wanted]
    kept = len(found) / max(1, len(wanted))
    if kept <= 0.1:
        return ("gone",) if kept == 0 else None
    if kept < 0.5:
        return None
    order = [origin for _, _, origin in found]
    if order != sorted(order):
        return None
    (p, at, first), (end_p, last, final) = found[0], found[-1]
    if end_p - p > 1 or (end_p == p and last + 1 - at > 2 * (end - start) + 60):
        return None
    # Both ends must be there, or it is a matter of taste where the passage ends.
    if first != min(wanted) and first - min(wanted) < 12 or final != max(wanted) and max(wanted) - final < 12:
        return None
    return ("anchored", p, at, end_p, last + 1)
