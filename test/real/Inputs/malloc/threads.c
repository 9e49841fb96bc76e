// Threads free the blocks of others, end, and fork. argv: the number of forks, and of the blocks of a child.
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 4, SLOTS = 256 };
static _Atomic(char *) shared[SLOTS];
static atomic_int stop, destroyed;
static pthread_key_t key;

static void give(unsigned *seed) {
  *seed = *seed * 1103515245 + 12345;
  size_t size = 16 + (*seed >> 16) % 2000;
  char *block = malloc(size);
  memset(block, 7, size);
  free(atomic_exchange(&shared[(*seed >> 8) % SLOTS], block));
}

// Runs after mimalloc's own destructor of the thread, too: a value that is set again is destroyed again.
static void destroy(void *value) {
  char *round = value;
  free(malloc(1000));
  destroyed++;
  if (++*round < 3)
    pthread_setspecific(key, memcpy(malloc(1), round, 1));
  free(round);
}

static void *shortLived(void *seed) {
  unsigned own = (unsigned)(size_t)seed;
  pthread_setspecific(key, calloc(1, 1));
  for (int i = 0; i < 500; i++)
    give(&own);
  return NULL;
}

static void *work(void *number) {
  unsigned seed = (unsigned)(size_t)number;
  while (!stop) {
    pthread_t thread;
    for (int i = 0; i < 2000; i++)
      give(&seed);
    pthread_create(&thread, NULL, shortLived, (void *)(size_t)seed);
    pthread_join(thread, NULL);
  }
  return NULL;
}

static void child(unsigned seed, int blocks) {
  alarm(20); // a child that waits without an end
  for (int i = 0; i < blocks; i++)
    give(&seed);
  pthread_t thread;
  pthread_create(&thread, NULL, shortLived, (void *)(size_t)seed);
  pthread_join(thread, NULL);
  for (int i = 0; i < SLOTS; i++)
    free(atomic_exchange(&shared[i], NULL));
  free(malloc(100 << 20));
  exit(0);
}

int main(int argc, char **argv) {
  int forks = atoi(argv[1]), died = 0;
  pthread_t threads[THREADS];
  pthread_key_create(&key, destroy);
  for (size_t i = 0; i < THREADS; i++)
    pthread_create(&threads[i], NULL, work, (void *)i);
  unsigned seed = 99;
  for (int i = 0; i < forks; i++) {
    for (int j = 0; j < 300; j++)
      give(&seed);
    pid_t pid = fork();
    if (pid == 0)
      child(seed, atoi(argv[2]));
    int status;
    waitpid(pid, &status, 0);
    died += status != 0;
  }
  stop = 1;
  for (int i = 0; i < THREADS; i++)
    pthread_join(threads[i], NULL);
  printf("%d forks, %d children died, destroyed %s\n", forks, died, destroyed && destroyed % 3 == 0 ? "thrice each" : "too few");
  return 0;
}
