#include <limits.h>
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#ifdef __GLIBC__
#error "the host's headers"
#endif
#ifdef __aarch64__
#define MACHINE 64
#else
#define MACHINE 86
#endif
