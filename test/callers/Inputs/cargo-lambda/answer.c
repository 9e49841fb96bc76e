#include <features.h>

// Describes how this file was compiled.
const char *built(void) {
#ifdef __GLIBC__
  return "glibc";
#elif defined __aarch64__
  return "musl on aarch64";
#else
  return "musl on x86_64";
#endif
}
