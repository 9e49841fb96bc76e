#include <string.h>
void use(char *);
int fill(const char *from, int n) {
  char buffer[128];
  char *more = __builtin_alloca(n);
  memcpy(buffer, from, sizeof buffer);
  strncpy(more, from, n);
  use(buffer);
  use(more);
  return buffer[n];
}
