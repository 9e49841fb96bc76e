"""Counts tests from the reports of their runners: the JUnit files of lit, GoogleTest and ctest.

A test that did not run counts as failed, since the gate installs all that tests need. There are five exceptions: a test that lit was not to run,
one that needs a part of rustup's Rust, which Debian's does not have, one that mounts by FUSE, which a container may forbid, one that needs the
rustc.exe that test/windows-callers.sh describes, and one of our own clang, which takes hours to build. A runner that ended badly counts as one
failure more, unless its report has the reason. So does a report that contradicts itself. A test that is in a report twice counts once, with its
worse outcome.
"""
import dataclasses
import math
import xml.etree.ElementTree

MAY_MISS = {"bundled-llvm", "plain-llvm", "rust-lld", "rust-profiler", "rust-windows", "rustc-exe", "exfat"}
MISSING = "Missing required feature(s): "
NOT_SELECTED = "Test not selected"
OUTCOMES = ["passed", "skipped", "failed"]  # the worst is the last


@dataclasses.dataclass
class Result:
    name: str
    outcome: str  # passed, failed or skipped
    seconds: float = 0.0
    text: str = ""


def outcome(case):
    """Of a testcase element, with the reason; None if it was not to run."""
    for tag in ("failure", "error"):
        found = next(case.iter(tag), None)
        if found is not None:
            return "failed", "\n".join([found.text or found.get("message", ""), case.findtext("system-out") or ""]).strip()
    skipped = case.find("skipped")
    if skipped is not None:
        reason = skipped.get("message", "")
        if reason.startswith(NOT_SELECTED):
            return None
        if reason.startswith(MISSING) and set(reason[len(MISSING):].split(", ")) <= MAY_MISS:
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


def result_of(case):
    """None if it was not to run."""
    found = outcome(case)
    if not found:
        return None
    kind, text = found
    try:
        seconds = float(case.get("time") or 0)
    except ValueError:
        seconds = math.nan
    if not math.isfinite(seconds):
        kind, text, seconds = "failed", f"its time is not a number: {case.get('time')}\n{text}".strip(), 0.0
    if not case.get("name"):
        kind, text = "failed", f"a test without a name\n{text}".strip()
    return Result(name_of(case), kind, seconds, text)


def contradictions(root):
    """Where the report counts more tests or failures than it has, and failures that are not in a test."""
    in_tests = {element for case in root.iter("testcase") for element in case.iter()}
    for element in root.iter():
        if element in in_tests:
            continue
        if element.tag in ("failure", "error"):
            yield f"its {element.tag} is not in a test: {element.get('message') or element.text or ''}"
        if element.tag in ("testsuites", "testsuite"):
            cases = list(element.iter("testcase"))
            outcomes = [found[0] for found in map(outcome, cases) if found]
            try:
                tests, failures, errors = (int(element.get(name) or 0) for name in ("tests", "failures", "errors"))
            except ValueError as error:
                yield f"its count is not a number: {error}"
                continue
            if tests > len(cases):
                yield f"it counts {tests} tests, and has {len(cases)}"
            if failures + errors > outcomes.count("failed"):
                yield f"it counts {failures + errors} failures, and has {outcomes.count('failed')}"


def read(path, status, kinds=()):
    """The results of a runner that ended with status and wrote path. Each of kinds, folders of tests, must have one that was not skipped."""
    try:
        root = xml.etree.ElementTree.parse(path).getroot()
    except OSError as error:
        return [Result("runner", "failed", text=f"ended with status {status} and wrote no report: {error}")]
    except (xml.etree.ElementTree.ParseError, LookupError, ValueError) as error:  # the last two: an encoding that Python does not know
        return [Result("runner", "failed", text=f"ended with status {status}, and its report can't be read: {error}")]
    by_name = {}
    for result in filter(None, map(result_of, root.iter("testcase"))):
        earlier = by_name.setdefault(result.name, result)
        by_name[result.name] = max(earlier, result, key=lambda one: OUTCOMES.index(one.outcome))
    results = list(by_name.values())
    found = "\n".join(contradictions(root))
    if found:
        results.append(Result("report", "failed", text=found))
    elif not results:
        results.append(Result("runner", "failed", text=f"ended with status {status} and ran no test"))
    for kind in kinds:
        if not any(result.name.startswith(f"{kind}/") and result.outcome != "skipped" for result in results):
            results.append(Result(f"{kind}/", "failed", text="ran no test of this kind"))
    if status != 0 and not any(result.outcome == "failed" for result in results):
        results.append(Result("runner", "failed", text=f"ended with status {status}, and its report has no failure"))
    return results


def count(results):
    return [sum(result.outcome == outcome for result in results) for outcome in ("passed", "failed", "skipped")]


def last_line(results):
    passed, failed, skipped = count(results)
    return f"{passed} passed, {failed} failed, {skipped} skipped"
