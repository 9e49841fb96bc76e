#include <float.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#if __STDC_HOSTED__
#error hosted
#endif
void *memset(void *, int, size_t);
uintptr_t zero(void *p, size_t n) { return (uintptr_t)memset(p, CHAR_BIT - 8, n) + offsetof(struct { int a; long b; }, b); }
