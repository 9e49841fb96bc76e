// A fork while another thread is in mimalloc, as memory then is. argv: the address of abandoned_readers.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// Words of mi_page_t in mimalloc 2.0.9: the number of blocks in use below their size, the state, the heap.
enum { USED_AND_SIZE = 3, XTHREAD_FREE = 5, XHEAP = 6, DELAYED_FREEING = 1 };
static const uintptr_t segmentSize = 32 << 20;
static size_t *readers;

// The child's only thread ends, and gives up its pages.
static void *forked(void *name) {
  pid_t pid = fork();
  if (pid == 0) {
    alarm(5);
    void *volatile large = malloc(100 << 20); // a segment that goes back to the system
    free(large);
    pthread_exit(NULL);
  }
  int status;
  waitpid(pid, &status, 0);
  printf("%s: the child %s\n", (char *)name, status ? "hangs" : "ends");
  return NULL;
}

// The page of `block`, which is its only one: the pages of a segment are described at its begin.
static uintptr_t *pageOf(void *block, uintptr_t size) {
  uintptr_t *page = (uintptr_t *)((uintptr_t)block & ~(segmentSize - 1));
  for (int i = 0; i < 6000; i++, page++)
    if (page[USED_AND_SIZE] == (size << 32 | 1) && page[XTHREAD_FREE] == 0 && page[XHEAP] != 0)
      return page;
  return NULL;
}

static void *work(void *none) {
  *readers = 1;
  forked("readers");
  *readers = 0;
  void *volatile block = malloc(1024);
  uintptr_t *page = pageOf(block, 1024);
  if (!page) {
    puts("another layout");
    return NULL;
  }
  page[XTHREAD_FREE] |= DELAYED_FREEING;
  forked("page");
  page[XTHREAD_FREE] &= ~(uintptr_t)DELAYED_FREEING;
  free(block);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t thread;
  setbuf(stdout, NULL); // the child has no copy of it
  readers = (size_t *)strtoul(argv[1], NULL, 16);
  pthread_create(&thread, NULL, work, NULL);
  pthread_join(thread, NULL);
  return 0;
}
