#include <math.h>
#include <pthread.h>
static void *half(void *at) { *(double *)at = cos(0) / 2; return at; }
int one(void) {
  double result = 0;
  pthread_t thread;
  pthread_create(&thread, 0, half, &result);
  pthread_join(thread, 0);
  return (int)(2 * result);
}
