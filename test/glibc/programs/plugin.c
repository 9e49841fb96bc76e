// A shared library for everything.c: prints when its constructor, its destructor and its atexit handler run.
// The last two run in dlclose, so the handler must be registered with the library's own __dso_handle.
#include <stdio.h>
#include <stdlib.h>

static volatile int constructed;
static __thread int calls = 20;

static void at_exit(void) {
  printf("plugin: atexit\n");
  fflush(stdout);
}

__attribute__((constructor)) static void constructor(void) {
  constructed++;
  printf("plugin: constructor\n");
  atexit(at_exit);
}

__attribute__((destructor)) static void destructor(void) { printf("plugin: destructor\n"); }

int plugin_answer(int number) {
  printf("plugin: answer\n");
  return constructed == 1 ? number + ++calls : 0;
}
