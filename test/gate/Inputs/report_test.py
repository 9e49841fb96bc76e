import os
import sys
import tempfile
import unittest

sys.path.insert(0, sys.argv.pop(1))
import report  # noqa: E402

RUST_LLD_SKIPPED = '<testcase classname="lambda-cc.rust" name="b.test"><skipped message="Missing required feature(s): rust-lld"/></testcase>'
ROWS = [  # a testcase, and what is counted: passed, failed, skipped
    ('<testcase classname="lambda-cc.golden" name="a.test" time="0.10"/>', [1, 0, 0]),
    ('<testcase classname="lambda-cc.golden" name="a.test"><failure><![CDATA[error]]></failure></testcase>', [0, 1, 0]),
    ('<testcase classname="x" name="a"><error message="m"/></testcase>', [0, 1, 0]),
    ('<testcase classname="x" name="a"><part><error message="m"/></part></testcase>', [0, 1, 0]),
    ('<testcase classname="x" name="a" time="fast"/>', [0, 1, 0]),
    ('<testcase classname="x" name="a" time="nan"/>', [0, 1, 0]),
    ('<testcase classname="x"/>', [0, 1, 0]),
    (RUST_LLD_SKIPPED, [0, 0, 1]),
    ('<testcase classname="lambda-cc.rust" name="a.test"><skipped message="Missing required feature(s): rust-lld, rust-profiler"/></testcase>',
     [0, 0, 1]),
    ('<testcase classname="lambda-cc.rust" name="a.test"><skipped message="Missing required feature(s): rust"/></testcase>', [0, 1, 0]),
    ('<testcase classname="lambda-cc.rust" name="a.test"><skipped message="Missing required feature(s): rust-lld, mold"/></testcase>', [0, 1, 0]),
    ('<testcase classname="lambda-cc.rust" name="a.test"><skipped message="Unsupported configuration"/></testcase>', [0, 1, 0]),
    ('<testcase classname="lambda-cc.rust" name="a.test"><skipped message="User interrupt"/></testcase>', [0, 1, 0]),
    # GoogleTest 1.12
    ('<testcase name="Cuts" status="run" result="completed" time="0.001" classname="Text"/>', [1, 0, 0]),
    ('<testcase name="Cuts" status="run" result="completed" classname="Text"><failure message="a.cpp:1" type=""/></testcase>', [0, 1, 0]),
    ('<testcase name="Cuts" status="run" result="skipped" classname="Text"><skipped message="why"/></testcase>', [0, 1, 0]),
    ('<testcase name="DISABLED_Cuts" status="notrun" result="suppressed" classname="Text"/>', [0, 1, 0]),
    # ctest 3.25
    ('<testcase name="impure" classname="impure" time="0.1" status="run"/>', [1, 0, 0]),
    ('<testcase name="impure" classname="impure" time="0.1" status="fail"><failure message="Failed"/></testcase>', [0, 1, 0]),
    ('<testcase name="impure" classname="impure" time="0.1" status="notrun"><skipped message="Unable to find executable"/></testcase>', [0, 1, 0]),
    ('<testcase name="impure" classname="impure" time="0.1" status="disabled"/>', [0, 1, 0]),
]
PASSED, FAILED = ROWS[0][0], ROWS[1][0]
NOT_SELECTED = '<testcase classname="lambda-cc.real" name="a.test"><skipped message="Test not selected (--filter, --max-tests)"/></testcase>'


class Report(unittest.TestCase):
    def read(self, cases, status=0, kinds=(), whole="<testsuites><testsuite name='lambda-cc'>{}</testsuite></testsuites>"):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "report.xml")
            if cases is not None:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(whole.format(cases))
            return report.read(path, status, kinds)

    def test_rows(self):
        for case, expected in ROWS:
            with self.subTest(case):
                status = 1 if expected[1] else 0
                self.assertEqual(report.count(self.read(case, status)), expected)

    def test_not_selected_is_not_counted(self):
        self.assertEqual(report.count(self.read(PASSED + NOT_SELECTED)), [1, 0, 0])

    def test_no_report_is_a_failure(self):
        self.assertEqual(report.count(self.read(None)), [0, 1, 0])
        self.assertEqual(report.count(self.read(PASSED, whole="<testsuites>{}")), [0, 1, 0])  # it died while it wrote
        self.assertEqual(report.count(self.read("", whole="")), [0, 1, 0])
        for encoding in ("of-nobody", "utf-7", "utf-32"):  # LookupError, ValueError and ParseError
            with self.subTest(encoding):
                whole = f"<?xml version='1.0' encoding='{encoding}'?><testsuite>{{}}</testsuite>"
                self.assertEqual(report.count(self.read(PASSED, whole=whole)), [0, 1, 0])

    def test_no_test_is_a_failure(self):
        self.assertEqual(report.count(self.read("")), [0, 1, 0])
        self.assertEqual(report.count(self.read(NOT_SELECTED)), [0, 1, 0])

    def test_each_kind_has_a_test(self):
        self.assertEqual(report.count(self.read(PASSED, kinds=["golden"])), [1, 0, 0])
        self.assertEqual(report.count(self.read(PASSED, kinds=["golden", "real"])), [1, 1, 0])
        self.assertEqual(report.count(self.read(RUST_LLD_SKIPPED, kinds=["rust"])), [0, 1, 1])

    def test_counts_of_the_report_are_compared(self):
        for attributes, expected in [('tests="1" failures="0" errors="0"', [1, 0, 0]), ('tests="5"', [1, 1, 0]), ('failures="1"', [1, 1, 0]),
                                     ('errors="1"', [1, 1, 0]), ('tests="5" errors="1"', [1, 1, 0]), ('tests="many"', [1, 1, 0])]:
            with self.subTest(attributes):
                for whole in ("<testsuites><testsuite {}>{{}}</testsuite></testsuites>", "<testsuites {}><testsuite>{{}}</testsuite></testsuites>"):
                    self.assertEqual(report.count(self.read(PASSED, whole=whole.format(attributes))), expected)
        self.assertEqual(report.count(self.read(FAILED, 1, whole="<testsuite tests='1' failures='1'>{}</testsuite>")), [0, 1, 0])
        self.assertEqual(report.count(self.read(NOT_SELECTED, whole="<testsuite tests='1'>{}</testsuite>")), [0, 1, 0])  # ran no test

    def test_failure_outside_of_a_test(self):
        for tag in ("error", "failure"):
            with self.subTest(tag):
                self.assertEqual(report.count(self.read(f"<{tag} message='m'/>{PASSED}")), [1, 1, 0])

    def test_twice_in_a_report_counts_once(self):
        self.assertEqual(report.count(self.read(PASSED + PASSED)), [1, 0, 0])
        self.assertEqual(report.count(self.read(PASSED + FAILED, 1)), [0, 1, 0])
        self.assertEqual(report.count(self.read(FAILED + PASSED, 1)), [0, 1, 0])

    def test_bad_end_is_a_failure(self):
        self.assertEqual(report.count(self.read(PASSED, status=-11)), [1, 1, 0])
        self.assertEqual(report.count(self.read(FAILED, status=1)), [0, 1, 0])  # the report has the reason

    def test_names_and_last_line(self):
        results = self.read(PASSED + RUST_LLD_SKIPPED)
        self.assertEqual([result.name for result in results], ["golden/a.test", "rust/b.test"])
        self.assertEqual(results[0].seconds, 0.1)
        self.assertEqual(report.last_line(results), "1 passed, 0 failed, 1 skipped")


unittest.main()
