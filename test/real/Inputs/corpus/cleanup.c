#include <stdio.h>
void call(void (*f)(void));
static void done(int *n) { printf("%d\n", *n); }
int with(void (*f)(void)) {
  __attribute__((cleanup(done))) int n = 3;
  call(f);
  return n;
}
