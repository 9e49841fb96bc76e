#!/usr/bin/env python3
"""prose.py [FILE...]: fails, with file and line, where the project's English is harder to read than it must be.

- A sentence of README, CONTRIBUTING or docs has at most 30 words. requirements.md is a table, and is left out.
- No comment, message or page uses a phrase of PHRASES. Each row has the term to use instead.

Without FILE it reads the whole project.
"""

import io
import pathlib
import re
import sys
import tokenize

root = pathlib.Path(__file__).resolve().parent.parent
LONGEST = 30  # words in a sentence

# A phrase, and what to write instead. The left column is a regular expression, without regard to case.
PHRASES = [
    (r"hear(s|d|ing)?", "read, see"),
    (r"strangers?", "other, foreign"),
    (r"(speak|speaks|spoke|spoken|speaking) of", "mention"),
    (r"becom(e|es|ing)|became", "exec, run, turn into"),
    (r"(has|have|had) not(?! been| to)|(has|have|had)n't(?! been)", "does not have"),
    (r"(?<!there )(is|are|was|were) no(?! longer| newer| older| more| later)", "is not a, there is no (reworded)"),
    (r"whose", "the X of the Y, with"),
    (r"told|tells?|telling", "describe, report, configure"),
    (r"ask(s|ed|ing)?", "need, request, query, link"),
    (r"say(s|ing)?|said", "set, print, name, report, state"),
    (r"words?", "argument, option, message, text"),
    (r"stands?(?! for| in for)", "is, lies"),
    (r"none of (ours|theirs|its|his|our)", "not ours"),
]
REGEXES = [(re.compile(rf"\b(?:{phrase})\b", re.I), instead) for phrase, instead in PHRASES]
# Where a phrase is right, since the text is not ours: the file, and text of the line.
EXCEPTIONS = []
UNREAD = {"test/prose.py", "test/gate/Inputs/prose_test.py"}  # these contain the phrases themselves
# Shell, CMake and tests: a comment that is not a directive of lit, and a string in a call that prints.
COMMENT = re.compile(r"\s*#+(?!!)(?!\s*[\w{}%-]*(?:RUN|REQUIRES|DEFINE|UNSUPPORTED|ALLOW_RETRIES|[A-Z0-9]+(?:-[A-Z0-9]+)*):)(.*)|.*?\s#\s(.*)")
PRINTED = re.compile(r"(?!\s*#).*?\b(?:echo|note|die|message)\b(.*)")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def plain(markdown):
    """Markdown without code, links' addresses and tables' bars; lines keep their numbers."""
    markdown = re.sub(r"^(```|~~~).*?^\1", lambda found: "\n" * found[0].count("\n"), markdown, flags=re.M | re.S)
    markdown = re.sub(r"`[^`\n]*`", "X", markdown)
    markdown = re.sub(r"<[^>\n]*>", "", markdown)
    return re.sub(r"\]\([^)]*\)", "]", markdown)


def sentences(text):
    """(line, sentence) of each sentence: a full stop, a colon, a list's item, a table's cell or an empty line ends one."""
    for start, paragraph in ((found.start(), found[0]) for found in re.finditer(r"(?:.+\n?)+", text)):
        line = text.count("\n", 0, start) + 1
        for piece in re.finditer(r"(?:(?!\n *[-*] |\n *\d+\. |\n\||[.:;?!](?=\s|$)|\s\|\s).)+", paragraph + "\n", flags=re.S):
            yield line + paragraph.count("\n", 0, piece.start()), piece[0]


def prose_of(path, text):
    """(line, text) of what a person reads in a file: its comments, and in code its strings."""
    kind = pathlib.PurePath(path.name.removesuffix(".in")).suffix
    if kind == ".md":
        yield from enumerate(plain(text).splitlines(), 1)
    elif kind == ".1":
        yield from ((number, line) for number, line in enumerate(text.splitlines(), 1) if not line.startswith('.\\"'))
    elif kind in {".cpp", ".h", ".c", ".td", ".S"}:
        for number, line in enumerate(text.splitlines(), 1):
            for found in re.finditer(r"""'(?:[^'\\]|\\.)'|"((?:[^"\\]|\\.)*)"|//(.*)""", line):
                if not line.lstrip().startswith("#include"):
                    yield number, found[1] or found[2] or ""
    elif kind == ".py":
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in {tokenize.COMMENT, tokenize.STRING}:
                for offset, line in enumerate(token.string.splitlines()):
                    yield token.start[0] + offset, line
    else:
        for number, line in enumerate(text.splitlines(), 1):
            if found := COMMENT.match(line):
                yield number, found[1] or found[2] or ""
            if kind in {".sh", ".cmake", ".txt"} and (found := PRINTED.match(line)):
                yield from ((number, string[1]) for string in STRING.finditer(found[1]))


def files(arguments):
    if arguments:
        return [pathlib.Path(argument).resolve() for argument in arguments]
    kinds = {".md", ".1", ".cpp", ".h", ".td", ".py", ".sh", ".cmake", ".txt", ".test", ".in", ".c", ".S", ".cfg"}
    folders = [root / folder for folder in ("lib", "shim", "cmake", "docs", "test")]
    found = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in kinds]
    return [*sorted(root.glob("*.md")), root / "CMakeLists.txt", *found]


def faults(name, text):
    """What is wrong in a file of the project: lines of `file:line: what`."""
    path = pathlib.PurePath(name)
    if path.suffix == ".md" and path.name != "requirements.md":
        for number, sentence in sentences(plain(text)):
            if (count := len(re.findall(r"\w[\w'./-]*", sentence))) > LONGEST:
                yield f"{name}:{number}: a sentence of {count} words: {' '.join(sentence.split())[:70]}…"
    for number, line in prose_of(path, text):
        for phrase, instead in REGEXES:
            for found in phrase.finditer(line):
                if not any(name == file and around in line for file, around in EXCEPTIONS):
                    yield f"{name}:{number}: '{found[0]}': use {instead}"


def main():
    wrong = []
    for path in files(sys.argv[1:]):
        name = str(path.relative_to(root))
        if name not in UNREAD and ("/Inputs/" not in name or path.suffix in {".py", ".sh"}):
            wrong += faults(name, path.read_text())
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
