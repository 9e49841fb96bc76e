"""Draws the ratios as bars, in SVG. Left of the line at 1 lambda-cc is faster (or smaller), right of it the other. The scale is logarithmic, so
that half and double are equally far from 1. A bar that is too long for the chart ends in a point. The chart has a white background of its own,
because README is read on white and on black."""

import math
import textwrap
from html import escape

# The colors of the peers. Rows with another peer are not drawn: there lambda-cc is on both sides.
COLORS = {"clang alone": "#8a8f98", "ld.lld alone": "#8a8f98", "mold alone": "#8a8f98", "cargo-zigbuild": "#d97706", "zig": "#ca8a04", "gcc": "#2563eb"}
LEFT, WIDTH, RIGHT, BAR, GAP, HEAD = 330, 470, 110, 12, 7, 24
SHORTEST = 0.1
FONT = 'font-family="system-ui, sans-serif"'


def text(x, y, string, size=11, fill="#1f2328", anchor="start", weight="normal"):
    return f'<text x="{x:.1f}" y="{y:.1f}" {FONT} font-size="{size}" fill="{fill}" text-anchor="{anchor}" font-weight="{weight}">{escape(string)}</text>'


def draw(rows, below):
    """`rows` are (work, peer, Spread of the ratio); `below` describes the machine."""
    rows = [row for row in rows if row[1] in COLORS]
    values = [value for _, _, ratio in rows for value in (ratio.low, ratio.high)] + [0.5, 2]
    low, high = max(min(values), SHORTEST) / 1.1, max(values) * 1.1

    def x(ratio):
        return LEFT + WIDTH * math.log(max(ratio, low) / low) / math.log(high / low)

    parts, y = [], 52
    peers = list(dict.fromkeys(peer for _, peer, _ in rows))
    for peer in peers:
        y += HEAD
        parts.append(text(16, y - 4, f"against {peer}", 12, weight="bold"))
        for work, _, ratio in (row for row in rows if row[1] == peer):
            color = COLORS[peer]
            left, right = sorted((x(1), x(ratio.median)))
            parts.append(text(LEFT - 10, y + BAR - 2, work, anchor="end"))
            parts.append(f'<rect x="{left:.1f}" y="{y}" width="{max(right - left, 1):.1f}" height="{BAR}" fill="{color}"/>')
            if ratio.low < low:
                parts.append(f'<path d="M{left:.1f} {y} l-{BAR / 2} {BAR / 2} l{BAR / 2} {BAR / 2}z" fill="{color}"/>')
            else:
                parts.append(f'<line x1="{x(ratio.low):.1f}" x2="{x(ratio.high):.1f}" y1="{y + BAR / 2}" y2="{y + BAR / 2}" stroke="#1f2328"/>')
            parts.append(text(LEFT + WIDTH + 12, y + BAR - 2, f"{ratio.median:.2f}" if ratio.median >= 0.1 else f"{ratio.median:.3f}"))
            y += BAR + GAP
    bottom = y + 4
    grid = []
    for step in (0.1, 0.2, 0.5, 1, 2, 5, 10):
        if low <= step <= high:
            one = step == 1
            grid.append(f'<line x1="{x(step):.1f}" x2="{x(step):.1f}" y1="50" y2="{bottom}" stroke="{"#1f2328" if one else "#d8dee4"}"'
                        f' stroke-width="{1.5 if one else 1}"/>')
            grid.append(text(x(step), 46, f"{step:g}", 10, "#59636e", "middle"))
    below = textwrap.wrap(below, 150)
    width, height = LEFT + WIDTH + RIGHT, bottom + 16 + 14 * len(below)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        "<title>lambda-cc's time or size as a share of others'</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="#ffffff" stroke="#d8dee4"/>',
        text(16, 26, "lambda-cc's time or size as a share of the other's: left of 1 is less", 14, weight="bold"),
        *grid, *parts, *(text(16, bottom + 18 + 14 * n, line, 10, "#59636e") for n, line in enumerate(below)), "</svg>", ""])
