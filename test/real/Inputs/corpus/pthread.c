#include <pthread.h>
#ifndef _REENTRANT
#error -pthread says this
#endif
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int n;
static void start(void) { n = 1; }
void *run(void *unused) {
  pthread_once(&once, start);
  pthread_mutex_lock(&lock);
  n++;
  pthread_mutex_unlock(&lock);
  return unused;
}
