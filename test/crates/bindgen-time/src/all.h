#include <setjmp.h>
#include <time.h>
#include <utmpx.h>
#ifdef __GLIBC__
#define LIBC "glibc"
#else
#define LIBC "musl"
#endif

extern const char *const libc_of_c;
unsigned long size_in_c(int what); // of a tm, a sigjmp_buf, a utmpx
