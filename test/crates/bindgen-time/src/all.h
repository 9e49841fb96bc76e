#include <setjmp.h>
#include <time.h>
#ifdef __GLIBC__
#define LIBC "glibc"
#else
#define LIBC "musl"
#endif
