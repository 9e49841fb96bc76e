import pathlib
import sys
import unittest

sys.path.insert(0, sys.argv.pop(1))
import prose  # noqa: E402

ROWS = [  # a file, its text, and what is found: lines and phrases
    # A comment and a string of C++, and not the code, a character or an include.
    ("a.cpp", "int told; // it was told\n", ["1: 'told'"]),
    ("a.cpp", 'fail("which Lambda has not", {why}); // read\n', ["1: 'has not'"]),
    ("a.cpp", "case '\"': ask(); // a quote\n", []),
    ("a.cpp", "f('\"', \"who is told\", '\\'');\n", ["1: 'told'"]),
    ("a.cpp", '#include "Words.h"\n#include "say.h"\n', []),
    ("a.cpp", 'open("https://a/say"); run("x");\n', ["1: 'say'"]),
    # Comments of Python and shell, texts of tests.
    ("a.py", 'def told():\n    """Line.\n    It says so."""\n    return 1  # a word\n', ["3: 'says'", "4: 'word'"]),
    ("a.sh", "#!/bin/sh\nsay words # no word\n# It speaks of it.\n", ["2: 'word'", "3: 'speaks of'"]),
    ("a.sh", 'case $a in\n  b) [ $# = 0 ] || echo "it says" ;;\nesac\nprogram "says"\n# echo "in words"\n', ["2: 'says'", "5: 'words'"]),
    ("a.cmake", 'message(STATUS "whose it is")\nset(a "says")\n', ["1: 'whose'"]),
    ("a.cmake.in", "# It says.\nset(says word)\n", ["1: 'says'"]),
    ("a.h.in", '#define A "it says" // told\n', ["1: 'says'", "1: 'told'"]),
    ("a.test", "# It asks.\n\n# RUN: ask\n# CHECK-NEXT: what it says\n# DEFINE: %{word} = say\n", ["1: 'asks'"]),
    # Pages: not code, and not a link's address.
    ("a.md", "`say` [a](whose.md) says.\n\n```\nword\n```\n\nA word.\n", ["1: 'says'", "7: 'word'"]),
    # What each phrase leaves out.
    ("a.cpp", "// There is no file. It is no longer there, and has not been there. = stands for it.\n", []),
    ("a.cpp", "// This is no file, whose owner hasn't it.\n", ["1: 'is no'", "1: 'whose'", "1: 'hasn't'"]),
    ("a.cpp", "// keywords, hearts, understand, essay\n", []),
    # Sentences of pages alone have a limit: 30 words fit, 31 do not.
    ("a.md", f"{'one ' * 30}.\n", []),
    ("a.md", f"{'one ' * 31}.\n", ["1: a sentence of 31 words"]),
    ("a.md", f"{'one ' * 20}:\n\n- {'one ' * 20}\n- {'one ' * 20}\n", []),
    ("a.md", f"| {'one ' * 20} | {'one ' * 20} |\n", []),
    ("requirements.md", f"{'one ' * 31}.\n", []),
    ("a.cpp", f"// {'one ' * 31}.\n", []),
]


class Prose(unittest.TestCase):
    def test_rows(self):
        for name, text, expected in ROWS:
            found = [fault.removeprefix(f"{name}:") for fault in prose.faults(name, text)]
            self.assertEqual(sorted(fault.split(": use")[0].split(": one")[0] for fault in found), sorted(expected), text)

    def test_exceptions(self):
        prose.EXCEPTIONS.append(("a.cpp", "foreign text"))
        self.assertEqual(list(prose.faults("a.cpp", '"foreign text says"\n')), [])
        self.assertEqual(len(list(prose.faults("b.cpp", '"foreign text says"\n'))), 1)
        self.assertEqual(len(list(prose.faults("a.cpp", '"our text says"\n'))), 1)
        prose.EXCEPTIONS.pop()

    def test_project(self):
        names = {str(path.relative_to(prose.root)) for path in prose.files([])}
        for name in ["README.md", "docs/glibc.md", "lib/plan/CcPlan.cpp", "shim/main.cpp", "test/prose.py", "test/lit.cfg.py", "CMakeLists.txt"]:
            self.assertIn(name, names)
        self.assertEqual(prose.files(["a.md"]), [pathlib.Path("a.md").resolve()])


unittest.main()
