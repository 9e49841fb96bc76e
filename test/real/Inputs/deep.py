#!/usr/bin/env python3
"""deep.py loop|template LEVELS: prints a C program with an expression of LEVELS levels in a loop, or a C++ program with a template of as many."""
import sys

kind, levels = sys.argv[1], int(sys.argv[2])
if kind == "loop":
    expression = "(" * levels + "i * x" + " * 3 + x)" * levels
    print(f"""unsigned sum(unsigned x, unsigned count) {{
  unsigned s = 0;
  for (unsigned i = 0; i < count; ++i)
    s ^= {expression};
  return s;
}}
int main(int count, char **arguments) {{ return sum(count - 1, count); }}""")
else:
    print(f"""template <int N> struct Deep {{ static int value(int x) {{ return Deep<N - 1>::value(x * 3) ^ N; }} }};
template <> struct Deep<0> {{ static int value(int x) {{ return x; }} }};
int main(int count, char **) {{ return Deep<{levels}>::value(count) == 0; }}""")
