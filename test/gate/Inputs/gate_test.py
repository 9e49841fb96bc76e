import contextlib
import io
import os
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, sys.argv.pop(1))
import gate  # noqa: E402

NOWHERE = ["/nowhere/program", "--version"]


def breaks(*_):
    raise OSError("no space")


class Gate(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        environment = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": self.folder}
        for patch in (mock.patch.object(gate, "REPORTS", self.folder), mock.patch.object(gate, "ROOT", self.folder),
                      mock.patch.dict(os.environ, environment, clear=True)):
            patch.start()
            self.addCleanup(patch.stop)
        self.output = io.StringIO()
        redirect = contextlib.redirect_stdout(self.output)
        redirect.__enter__()
        self.addCleanup(redirect.__exit__, None, None, None)
        self.gate = gate.Gate()

    def failures(self):
        return [(result.name, result.text) for result in self.gate.results if result.outcome == "failed"]

    def test_exception_in_a_thread(self):
        others = []
        with self.assertRaises(gate.Failed):
            self.gate.at_once(breaks, lambda: others.append(1))
        [(name, text)] = self.failures()
        self.assertEqual(name, "breaks")
        self.assertIn("OSError: no space", text)
        self.assertEqual(others, [1])

    def test_program_that_cannot_start(self):
        with self.assertRaises(gate.Failed):
            self.gate.must("build", NOWHERE)
        self.gate.count("tests", "release", NOWHERE, os.path.join(self.folder, "report.xml"))
        self.assertEqual([name for name, _ in self.failures()], ["build", "release: runner"])
        self.assertIn("/nowhere/program can't be started: No such file or directory", self.output.getvalue())

    def run_main(self, *args):
        with mock.patch.object(sys, "argv", ["gate.py", *args]), self.assertRaises(SystemExit) as ended:
            gate.main()
        self.assertEqual(ended.exception.code, 1)
        self.assertEqual(self.output.getvalue().splitlines()[-1], "0 passed, 1 failed, 0 skipped")

    def test_exception_in_main(self):
        for name in ("LongTests", "build"):
            with self.subTest(name), mock.patch.object(gate, name, breaks):
                self.run_main()

    def test_all_without_git(self):
        with mock.patch.object(gate, "build", breaks), mock.patch.dict(os.environ, {"PATH": "/nowhere"}):
            self.run_main("--all")
        self.assertIn("UTC, commit unknown: 0 passed, 1 failed, 0 skipped", self.output.getvalue())

    def test_relative_cache_folders_are_ignored(self):
        here = os.path.join(self.folder, "build", "all-last-ran")
        in_cache, in_home = ["/cache/lambda-cc/all-last-ran"], ["/home/.cache/lambda-cc/all-last-ran"]
        for cache, home, expected in [("/cache", "/home", in_cache), ("cache", "/home", in_home), ("", "/home", in_home),
                                      ("cache", "home", []), ("", "", [])]:
            with self.subTest(cache=cache, home=home), mock.patch.dict(os.environ, {"XDG_CACHE_HOME": cache, "HOME": home}):
                self.assertEqual(gate.records(), [*expected, here])

    def test_only_the_release_runs_tests_of_linux_calls(self):
        for name, text in {"golden/a.test": "# REQUIRES: linux-calls\n", "real/b.test": "# A fact.\n\n# REQUIRES: sysroots, linux-calls\n",
                           "real/c.test": "# linux-calls\n# REQUIRES: sysroots\n", "real/d.py": "# REQUIRES: linux-calls\n",
                           "rust/e.test": "# REQUIRES: linux-calls\n", "windows/golden.txt": "# a list\n\nc gate\nd-e all\n"}.items():
            path = os.path.join(self.folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        commands = {}

        def count(part, runner, command, *_):
            commands[part] = " ".join(command)

        with mock.patch.object(gate, "HERE", self.folder), mock.patch.object(self.gate, "count", count):
            gate.tests(self.gate, mock.Mock(only_in_all=["real/f"]), everything=False)
            self.assertEqual(gate.golden_by_wine(everything=True), ["golden/c", "golden/d-e"])
        self.assertIn(r" --filter-out ^lambda-cc :: (real/f)(\.test)?$ ", commands["tests, release"])
        self.assertIn(r" --filter-out ^lambda-cc :: (real/f|golden/a|real/b)(\.test)?$ ", commands["tests, asan"])
        self.assertIn(r" --filter ^lambda-cc :: (golden/c)\.test$ ", commands["tests, by wine"])


unittest.main()
