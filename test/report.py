"""Counts tests from the reports of their runners: the JUnit files of lit, GoogleTest and ctest.

A test that did not run counts as failed, since the gate installs all that tests need. There are two exceptions: a test that lit was not
to run, and one that needs a part of rustup's Rust, which Debian's does not have. A runner that ended badly counts as one failure more,
unless its report has the reason.
"""
import dataclasses
import xml.etree.ElementTree

OF_RUSTUP = {"rust-lld", "rust-profiler"}
MISSING = "Missing required feature(s): "
NOT_SELECTED = "Test not selected"


@dataclasses.dataclass
class Result:
    name: str
    outcome: str  # passed, failed or skipped
    seconds: float = 0.0
    text: str = ""


def outcome(case):
    """Of a testcase element, with the reason; None if it was not to run."""
    for tag in ("failure", "error"):
        found = case.find(tag)
        if found is not None:
            return "failed", "\n".join([found.text or found.get("message", ""), case.findtext("system-out") or ""]).strip()
    skipped = case.find("skipped")
    if skipped is not None:
        reason = skipped.get("message", "")
        if reason.startswith(NOT_SELECTED):
            return None
        if reason.startswith(MISSING) and set(reason[len(MISSING):].split(", ")) <= OF_RUSTUP:
            return "skipped", reason
        return "failed", f"did not run: {reason}"
    # GoogleTest: status is run or notrun. ctest: run, fail, notrun or disabled. lit: none.
    if case.get("status", "run") != "run":
        return "failed", f"did not run: {case.get('status')}"
    return "passed", ""


def name_of(case):
    """lit's class is the suite and the folders: lambda-cc.golden."""
    folder = case.get("classname", "").removeprefix("lambda-cc.")
    name = case.get("name", "")
    return f"{folder}/{name}" if folder and folder != name else name


def read(path, status, kinds=()):
    """The results of a runner that ended with status and wrote path. Each of kinds, folders of tests, must have one."""
    try:
        cases = list(xml.etree.ElementTree.parse(path).getroot().iter("testcase"))
    except (OSError, xml.etree.ElementTree.ParseError) as error:
        return [Result("runner", "failed", text=f"ended with status {status} and wrote no report: {error}")]
    results = []
    for case in cases:
        if found := outcome(case):
            results.append(Result(name_of(case), found[0], float(case.get("time") or 0), found[1]))
    if not results:
        results.append(Result("runner", "failed", text=f"ended with status {status} and ran no test"))
    for kind in kinds:
        if not any(result.name.startswith(f"{kind}/") for result in results):
            results.append(Result(f"{kind}/", "failed", text="ran no test of this kind"))
    if status != 0 and not any(result.outcome == "failed" for result in results):
        results.append(Result("runner", "failed", text=f"ended with status {status}, and its report has no failure"))
    return results


def count(results):
    return [sum(result.outcome == outcome for result in results) for outcome in ("passed", "failed", "skipped")]


def last_line(results):
    passed, failed, skipped = count(results)
    return f"{passed} passed, {failed} failed, {skipped} skipped"
