struct small { char a; short b; };
struct floats { float a, b, c; };
struct big { long a[5]; };
struct bits { unsigned a : 3, b : 29; signed char c; } __attribute__((packed));
typedef int four __attribute__((vector_size(16)));
struct floats pass(struct small a, struct floats b, struct big c, struct bits d, four e, char f) {
  b.a += a.a + a.b + c.a[4] + d.b + e[2] + f;
  return b;
}
struct big give(void) { return (struct big){{1, 2}}; }
_Static_assert((char)-1 < 0 || (char)-1 > 0, "char has a sign or not, by architecture");
int sign = (char)-1;
