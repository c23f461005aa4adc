"""The gold folders and the catalogue's coded statements as marked token sequences.

An example is a list of segments (token ids, role). The roles say which entity a segment mentions:
TARGET for the one target of a NewsMTSC sentence, FIRST and SECOND for the two entities of a DSE
sentence in the order in which they stand in the text. Text order, rather than p and q, makes the
model equivariant: asking q -> p reads another output of the same pass, so no example is shown twice.
"""

import json
import pathlib
import random
import re
from dataclasses import dataclass, replace

from tokenizers import Tokenizer

NONE, TARGET, FIRST, SECOND = 0, 1, 2, 3
CLS, SEP, PAD = 101, 102, 0
#: [unused0] … [unused5] of the BERT vocabulary: opening and closing mark of each role.
MARKS = {TARGET: (1, 2), FIRST: (3, 4), SECOND: (5, 6)}
#: MADE: asked as CODED is, but taught by its label alone: put together by `Augment`, or invented.
NEWSMTSC, DSE, CODED, MADE = 0, 1, 2, 3
#: What the lines of coded.jsonl call the roles.
ROLES = {"": NONE, "target": TARGET, "first": FIRST, "second": SECOND}
#: What stands in the text where an entity is only named before it (see `headed`).
STAND_INS = ("he", "she", "they", "it", "the group", "the official", "the government")


@dataclass(frozen=True)
class Example:
    task: int
    segments: tuple  # of (tuple of token ids, role)
    #: NewsMTSC 0 negative 1 neutral 2 positive; DSE 0 neutral 1 A>B+ 2 B>A+ 3 A>B- 4 B>A-;
    #: CODED and MADE as NewsMTSC of A>B, plus 3 where B>A is asked (the other direction is not coded);
    #: -1 where nobody labelled it: a teacher does.
    label: int
    #: Whether the text is news as it is written, rather than a paraphrase without its subject.
    whole: bool = False


def open_tokenizer(folder):
    """The tokenizer of an encoder's or a model's folder, without padding and truncation."""
    tok = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tok.no_padding(), tok.no_truncation()
    return tok


def tokenizer(folder):
    """A function from a text to the ids of its tokens, without special ones."""
    tok = open_tokenizer(folder)
    return lambda s: tuple(tok.encode(s, add_special_tokens=False).ids)


def read_newsmtsc(path, tokenize):
    """One example a target."""
    out = []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["sentence_normalized"]
        for t in row["targets"]:
            lo, hi = t["from"], t["to"]
            parts = ((text[:lo], NONE), (text[lo:hi], TARGET), (text[hi:], NONE))
            label = {2: 0, 4: 1, 6: 2}[int(t["polarity"])]
            out.append(Example(NEWSMTSC, tuple((tokenize(x), r) for x, r in parts), label))
    return out


def read_pairs(path, tokenize):
    """One unlabelled example of DSE's kind for each two neighbouring targets of a NewsMTSC sentence."""
    out = []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["sentence_normalized"]
        spans = sorted({(t["from"], t["to"]) for t in row["targets"]})
        for a, b in zip(spans, spans[1:]):
            if a[1] <= b[0] and text[a[0] : a[1]] != text[b[0] : b[1]]:
                out.append(Example(DSE, pair_of(text, a, b, tokenize), -1))
    return out


def pair_of(text, a, b, tokenize):
    """Segments of a text with two marked spans, `a` before `b`."""
    parts = (
        (text[: a[0]], NONE),
        (text[a[0] : a[1]], FIRST),
        (text[a[1] : b[0]], NONE),
        (text[b[0] : b[1]], SECOND),
        (text[b[1] :], NONE),
    )
    return tuple((tokenize(x), r) for x, r in parts)


def one_of(example, rng):
    """A pair's sentence asked about one of the two as a target, whoever holds it; without a label."""
    role = rng.choice((FIRST, SECOND))
    return Example(NEWSMTSC, tuple((ids, TARGET if r == role else NONE) for ids, r in example.segments), -1)


def dse_rows(path):
    """Rows (sentence without brackets, p, q, label) with the spans of p and q.

    The file prints each entity of the pair once in brackets; p stands first in nearly all rows."""
    out = []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        s, p, q, y = line.split("\t")
        text, spans, at = "", {}, 0
        for m in re.finditer(r"\[([^\]]*)\]", s):
            text += s[at : m.start()]
            if m[1] in (p, q):
                spans.setdefault(m[1], (len(text), len(text) + len(m[1])))
                text += m[1]
            else:
                text += m[0]
            at = m.end()
        text += s[at:]
        if p in spans and q in spans and p != q:
            out.append((text, spans[p], spans[q], p, q, int(y)))
    return out


def read_dse(path, tokenize, leave_out=frozenset()):
    """One example a distinct (sentence, p, q); repeats within the file and those in `leave_out` go."""
    out, seen = [], set(leave_out)
    for text, p, q, name_p, name_q, y in dse_rows(path):
        if (text, name_p, name_q) in seen:
            continue
        seen.add((text, name_p, name_q))
        label = y if p < q else {0: 0, 1: 2, 2: 1, 3: 4, 4: 3}[y]
        a, b = sorted((p, q))
        out.append(Example(DSE, pair_of(text, a, b, tokenize), label))
    return out


def dse_keys(path):
    return frozenset((t, p, q) for t, _, _, p, q, _ in dse_rows(path))


def read_coded(path, tokenize, held):
    """One example a coded statement or invented passage of coded.ts, of those that are kept from training
    or of the others.

    The author's own statements ask for the view of the target, as NewsMTSC does."""
    out = []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["held"] != held:
            continue
        segments = tuple((tokenize(text), ROLES[role]) for text, role in row["pieces"])
        sign, whole = row["sign"] + 1, row["kind"] == "passage"
        if row["output"] == "target":
            out.append(Example(NEWSMTSC, segments, sign, whole))
        else:
            out.append(Example(CODED, segments, 3 * row["output"] + sign, whole))
    return out


def validation(gold, coded, tokenize):
    """The parts that are measured, by name: none of DSE's repeats training, and the coded statements and
    invented passages, where `coded` is given, are those kept from it."""
    known = dse_keys(gold / "dse/train.txt")
    held = [e for e in read_coded(coded, tokenize, held=True) if e.task == CODED] if coded else []
    own = {"coded": [e for e in held if not e.whole], "passages": [e for e in held if e.whole]}
    return {name: examples for name, examples in own.items() if examples} | {
        "rw": read_newsmtsc(gold / "newsmtsc/dev_rw.jsonl", tokenize),
        "mt": read_newsmtsc(gold / "newsmtsc/dev_mt.jsonl", tokenize),
        "dse": read_dse(gold / "dse/valid.txt", tokenize, leave_out=known),
    }


def encode(example, max_length):
    """Token ids with marks; text farthest from the marked spans is cut first (tail, head, middle)."""
    segments = [(list(ids), role) for ids, role in example.segments]
    length = 2 + sum(len(ids) + 2 * (role != NONE) for ids, role in segments)
    order = [len(segments) - 1, 0, *range(1, len(segments) - 1)]
    for i in order:
        ids, role = segments[i]
        over = length - max_length
        if over <= 0:
            break
        if role != NONE:
            continue
        cut = min(over, len(ids))
        # The head loses its beginning; every other piece of plain text loses its end.
        segments[i] = (ids[cut:] if i == 0 else ids[: len(ids) - cut], role)
        length -= cut
    out = [CLS]
    for ids, role in segments:
        out += [MARKS[role][0], *ids, MARKS[role][1]] if role != NONE else ids
    return out + [SEP]


class Augment:
    """Label-preserving changes of training examples: other names, names given before the text
    instead of within it, and neighbouring sentences. Coded statements get other names more often:
    who the parties are must say little, or a series would show what is known of a pair of states
    instead of what its statements say. Some of NewsMTSC's sentences are put into the mouth of a
    speaker, since that is how a sentence within a quotation is asked; and coded statements are
    embedded in other sentences, or only short texts would be read as this field's are coded."""

    def __init__(
        self,
        examples,
        tokenize,
        rename=0.15,
        head=0.1,
        context=0.06,
        rename_coded=0.4,
        subject=0.5,
        speak=0.15,
        embed=0.0,
        embed_whole=0.2,
    ):
        self.rename, self.head, self.context = rename, head, context
        self.speak, self.embed, self.embed_whole = speak, embed, embed_whole
        self.rename_coded, self.subject = rename_coded, subject
        self.colon, self.stop = tokenize(":"), tokenize(".")
        self.links = [tokenize(x) for x in (", while", ", and", "; meanwhile", ", after")]
        self.stand_ins = [tokenize(w) for w in STAND_INS]
        pronouns = {tokenize(w) for w in "he she it they him her them his their its who i we you".split()}
        self.pronouns = pronouns
        self.names = [
            sorted({ids for e in examples if e.task == task and not e.whole for ids, r in e.segments if r} - pronouns)
            for task in (NEWSMTSC, DSE, CODED)
        ]
        self.texts = [
            [sum((ids for ids, _ in e.segments), ()) for e in examples if e.task == task]
            for task in (NEWSMTSC, DSE, CODED)
        ]

    def __call__(self, example, rng: random.Random):
        if example.task == CODED:
            for _ in range(2):
                if rng.random() < self.rename_coded:
                    example = self.renamed(example, rng)
            if not example.whole and rng.random() < self.subject:
                example = self.joined(example)
            if rng.random() < (self.embed_whole if example.whole else self.embed):
                return self.embedded(example, rng)
            if example.whole:
                return replace(example, task=MADE)
            if rng.random() < self.context:
                example = self.surrounded(example, rng)
            return example
        if rng.random() < self.rename:
            example = self.renamed(example, rng)
        spoken = example.task == NEWSMTSC and example.label >= 0 and rng.random() < self.speak
        if not spoken and rng.random() < self.head:
            example = self.headed(example, rng)
        if rng.random() < self.context:
            example = self.surrounded(example, rng)
        return self.spoken(example, rng) if spoken else example

    def renamed(self, example, rng):
        """One marked name becomes another name of the same data set, so names say less."""
        marked = [i for i, (ids, r) in enumerate(example.segments) if r != NONE and ids not in self.pronouns]
        if not marked:
            return example
        segments = list(example.segments)
        i = rng.choice(marked)
        segments[i] = (rng.choice(self.names[example.task]), segments[i][1])
        return replace(example, segments=tuple(segments))

    def headed(self, example, rng):
        """Marked entities move before the text ("Name: text"): how an entity without a mention is asked."""
        segments = list(example.segments)
        marked = [i for i, (_, r) in enumerate(segments) if r != NONE]
        rng.shuffle(marked)
        moved = marked[: 2 if rng.random() < 0.15 else 1]
        front, swapped = (), False
        for n, i in enumerate(moved):
            name, role = segments[i]
            left = name if name in self.pronouns or rng.random() < 0.5 else rng.choice(self.stand_ins)
            segments[i] = (left, NONE)
            swapped = swapped or (n == 0 and role == SECOND)  # what is moved first stands first
            front += ((name, role if example.task == NEWSMTSC else (FIRST, SECOND)[n]), (self.colon, NONE))
        if not swapped:
            return replace(example, segments=(*front, *segments))
        segments = [(ids, SECOND if r == FIRST else r) for ids, r in segments]
        label = (0, 2, 1, 4, 3)[example.label] if example.label >= 0 else -1
        return Example(example.task, (*front, *segments), label)

    def spoken(self, example, rng):
        """Who says a sentence holds what it says of its target ("Name: text")."""
        name = rng.choice(self.names[rng.choice((DSE, CODED) if self.names[CODED] else (DSE,))])
        said = ((ids, SECOND if r == TARGET else r) for ids, r in example.segments)
        return Example(MADE, ((name, FIRST), (self.colon, NONE), *said), example.label)

    def joined(self, example):
        """A paraphrase leaves out who speaks: "Name : welcomes …" becomes "Name welcomes …"."""
        segments = list(example.segments)
        if segments[0][1] != FIRST or example.label > 2:
            return example
        speaker, rest = segments[0], segments[2:]
        if rest[0][1] == SECOND and rest[1][0] == self.colon:
            # Both are named before the text: the target's name stays there and is now the first.
            target, rest = (rest[0][0], FIRST), rest[2:]
            return replace(
                example, segments=(target, segments[1], (speaker[0], SECOND), *rest), label=example.label + 3
            )
        return replace(example, segments=(speaker, *rest))

    def embedded(self, example, rng):
        """A sentence of the news before or after a coded statement, or before it in the same sentence."""
        other = rng.choice(self.texts[rng.choice((NEWSMTSC, DSE))])[:45]
        named = 0  # parties named before the text stay there
        while len(example.segments) > named + 1 and example.segments[named + 1][0] == self.colon:
            named += 2
        front, text = example.segments[:named], example.segments[named:]
        where = rng.randrange(3)
        if where == 0:
            text = (*text, (other, NONE))
        elif where == 1:
            text = ((other, NONE), *text)
        else:
            text = ((other[:-1] if other[-1:] == self.stop else other, NONE), (rng.choice(self.links), NONE), *text)
        return Example(MADE, (*front, *text), example.label)

    def surrounded(self, example, rng):
        """A sentence of another example before or after, as in a passage of an article."""
        other = rng.choice(self.texts[example.task])[:40]
        if example.segments[0][1] != NONE or rng.random() < 0.5:
            segments = (*example.segments, (other, NONE))
        else:
            segments = ((other, NONE), *example.segments)
        return replace(example, segments=segments)


def batches(sequences, size, rng=None):
    """Indices in batches of similar length (so that little is padded); shuffled where `rng` is given."""
    order = list(range(len(sequences)))
    if rng is None:
        order.sort(key=lambda i: len(sequences[i]))
        return [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(order)
    out = []
    for lo in range(0, len(order), size * 50):
        pool = sorted(order[lo : lo + size * 50], key=lambda i: len(sequences[i]))
        out += [pool[i : i + size] for i in range(0, len(pool), size)]
    rng.shuffle(out)
    return out
