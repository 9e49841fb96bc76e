#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
static jmp_buf back;
static sigjmp_buf far;
static void on(int n) { siglongjmp(far, n); }
int dare(int n) {
  signal(SIGUSR1, on);
  if (sigsetjmp(far, 1) || setjmp(back))
    return n;
  if (n > 3)
    longjmp(back, 1);
  abort();
}
