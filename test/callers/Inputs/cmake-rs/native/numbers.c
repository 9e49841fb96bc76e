#include <stdatomic.h>
#include <stddef.h>
#include <pthread.h>

static _Atomic int number;

static void *count(void *to) {
  while (atomic_fetch_add(&number, 1) + 1 < *(int *)to)
    ;
  return NULL;
}

int count_to(int n) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, count, &n))
    return -1;
  pthread_join(thread, NULL);
  return atomic_load(&number);
}
