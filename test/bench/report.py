"""The bench's output: a line for each row while it runs, the documents' table in Markdown, and JSON."""

import dataclasses
import json
import os

from measure import Failed, Pairs


def amount(value, unit):
    if unit == "instructions":
        return f"{value / 1e6:.2f} M"
    if unit == "size":
        return f"{value / 1024:.0f} KB"
    if value >= 1:
        return f"{value:.1f} s" if value < 100 else f"{value:.0f} s"
    return f"{value * 1000:.1f} ms"


def share(spread, plain=False):
    digits = 3 if spread.median < 0.1 else 2
    text = f"{spread.median:.{digits}f}"
    return text if plain or spread.low == spread.high else f"{text} ({spread.low:.{digits}f} to {spread.high:.{digits}f})"


def verdict(row, pairs):
    """The row's limit as text, and whether the row is within it."""
    if not row.limit:
        return "", True
    kept = row.limit.keeps(pairs)
    return row.limit.text(row.unit) + ("" if kept else ", missed"), kept


HEADER = f"{'took':8}  {'work':46} {'against':16} {'lambda-cc':>11} {'other':>11}  {'ratio (middle half)':24} {'difference (middle half)':32} at most"


def line(row, pairs):
    def extra(value):
        sign = "-" if value < 0 else "+"
        return sign + amount(abs(value), row.unit)

    difference = pairs.extra
    spread = "" if difference.low == difference.high else f" ({extra(difference.low)} to {extra(difference.high)})"
    return (f"{row.work:46} {row.peer:16} {amount(pairs.ours.median, row.unit):>11} {amount(pairs.theirs.median, row.unit):>11}  "
            f"{share(pairs.ratio):24} {extra(difference.median) + spread:32} {verdict(row, pairs)[0]}").rstrip()


def machine_line(machine):
    versions = machine["versions"]
    return (f"{machine['cpu']}, {machine['cores']} cores, {machine['os']}, Linux {machine['kernel']}; "
            + "; ".join(version if name in version else f"{name} {version}" for name, version in versions.items()))


def markdown(measured):
    lines = ["| | against | lambda-cc | the other | ratio of the pairs, median (middle half) | at most |", "|---|---|---|---|---|---|"]
    work = None
    for row, pairs in measured:
        named = "" if row.work == work else row.work
        work = row.work
        lines.append(f"| {named} | {row.peer} | {amount(pairs.ours.median, row.unit)} | {amount(pairs.theirs.median, row.unit)} | {share(pairs.ratio)} "
                     f"| {verdict(row, pairs)[0]} |")
    return "\n".join(lines)


def stored(path):
    """The machine of a JSON file, and its rows by (work, peer)."""
    with open(path) as file:
        content = json.load(file)
    return content["machine"], {(row["work"], row["peer"]): Pairs(row["pairs"], row["lambda-cc of"]) for row in content["rows"]}


def earlier(path, machine):
    """The results in a JSON file, by (work, peer). Raises Failed if they are of another machine or of other versions of the peers."""
    if not os.path.exists(path):
        return {}
    before, rows = stored(path)

    def peers(machine):
        return {**machine, "load before": 0, "versions": {**machine["versions"], "lambda-cc": ""}}

    if peers(before) != peers(machine):
        raise Failed(f"{path} has rows of another machine, or beside other versions")
    return rows


def as_json(machine, measured, left_out):
    def one(row, pairs):
        return {"work": row.work, "peer": row.peer, "lambda-cc of": pairs.of, "unit": row.unit, "cold": row.cold,
                "lambda-cc": pairs.ours.median, "other": pairs.theirs.median, "ratio": dataclasses.asdict(pairs.ratio),
                "difference": dataclasses.asdict(pairs.extra), "at most": dataclasses.asdict(row.limit) if row.limit else None,
                "kept": verdict(row, pairs)[1], "pairs": pairs.pairs}

    return json.dumps({"machine": machine, "rows": [one(row, pairs) for row, pairs in measured],
                       "left out": [{"work": row.work, "peer": row.peer, "why": why} for row, why in left_out]}, indent=1) + "\n"
