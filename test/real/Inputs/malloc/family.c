// The malloc family by the rules of musl 1.2.5: errors, alignment, and blocks that functions of libc give to free.
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define expect(what) ((what) ? 0 : (printf("line %d: %s\n", __LINE__, #what), failed = 1))
static int failed;

static int fails(void *block, int error) {
  int was = errno;
  errno = 0;
  return !block && was == error;
}
static int isAligned(void *block, size_t alignment) { return block && (uintptr_t)block % alignment == 0; }
static size_t hide(size_t n) { __asm__("" : "+r"(n)); return n; } // clang computes what it knows

static void errors(void) {
  expect(fails(malloc(hide(PTRDIFF_MAX) + 1), ENOMEM));
  expect(fails(malloc(hide(SIZE_MAX)), ENOMEM));
  expect(fails(malloc(hide((size_t)1 << 47)), ENOMEM));
  expect(fails(calloc(hide(SIZE_MAX / 2), 3), ENOMEM));
  expect(fails(reallocarray(NULL, hide(SIZE_MAX / 2), 3), ENOMEM));
  expect(fails(aligned_alloc(hide(24), 8), EINVAL));
  expect(fails(memalign(hide(48), 8), EINVAL));
  expect(fails(aligned_alloc(64, hide(SIZE_MAX)), ENOMEM));
  expect(fails(aligned_alloc(hide((size_t)1 << 63), 8), ENOMEM));
  expect(fails(valloc(hide(SIZE_MAX)), ENOMEM));

  void *kept = &failed;
  expect(posix_memalign(&kept, 4, 8) == EINVAL && posix_memalign(&kept, hide(24), 8) == EINVAL);
  expect(posix_memalign(&kept, 64, hide(SIZE_MAX)) == ENOMEM && kept == &failed);

  char *text = strdup("kept");
  expect(fails(realloc(text, hide(SIZE_MAX)), ENOMEM) && !strcmp(text, "kept"));
  expect(fails(reallocarray(text, hide(SIZE_MAX), 2), ENOMEM) && !strcmp(text, "kept"));
  free(text);
  errno = EDOM;
  free(malloc(hide(64 << 20))); // it goes back to the system
  free(NULL);
  expect(errno == EDOM);
}

static void alignment(void) {
  void *blocks[300];
  for (size_t size = 0; size < 300; size++)
    expect(isAligned(blocks[size] = malloc(size), 16) && malloc_usable_size(blocks[size]) >= size);
  for (size_t size = 0; size < 300; size++)
    expect(isAligned(blocks[size] = realloc(blocks[size], size / 2), 16));
  for (size_t size = 0; size < 300; size++)
    free(blocks[size]);
  for (size_t each = 0; each <= (size_t)1 << 30; each = each ? each * 2 : 1) {
    char *block = aligned_alloc(each, 100), *other = NULL;
    expect(isAligned(block, each > 16 ? each : 16) && malloc_usable_size(block) >= 100);
    memset(block, 1, 100);
    block = realloc(block, 200);
    expect(block && block[0] == 1 && block[99] == 1);
    free(block);
    if (each >= sizeof(void *))
      expect(!posix_memalign((void **)&other, each, 3000) && isAligned(other, each));
    free(other);
  }
  void *page = valloc(1);
  expect(isAligned(page, (size_t)sysconf(_SC_PAGESIZE)));
  free(page);
}

static void contents(void) {
  for (size_t size = 1; size < 5 << 20; size = size * 3 + 1) {
    char *block = malloc(size);
    memset(block, 0x5a, size);
    free(block);
    block = calloc(1, size);
    for (size_t i = 0; i < size; i++)
      if (block[i])
        expect(!"calloc gives zeros"), i = size;
    memset(block, 0x5a, size);
    block = realloc(block, size * 4);
    expect(block[0] == 0x5a && block[size - 1] == 0x5a);
    memset(block, 0x33, malloc_usable_size(block)); // all of it may be used
    block = realloc(block, 1);
    expect(block[0] == 0x33);
    block = realloc(block, 0);
    expect(block); // a block of size 0, not a free
    free(block);
  }
  expect(malloc_usable_size(NULL) == 0);
  void *one = malloc(0), *two = malloc(0);
  expect(one && two && one != two);
  free(one);
  free(two);
}

static void ofLibc(void) {
  char *line = NULL, *text = NULL, *memory = NULL;
  size_t size = 0, written = 0;
  FILE *file = tmpfile();
  for (int i = 0; i < 10000; i++)
    fputc('a', file);
  rewind(file);
  expect(getline(&line, &size, file) == 10000);
  fclose(file);
  line = realloc(line, 20000);
  free(line);
  expect(asprintf(&text, "%0500d", 7) == 500);
  free(text);
  free(realpath("/", NULL));
  free(strndup("abc", 2));
  free(getcwd(NULL, 0));
  file = open_memstream(&memory, &written);
  for (int i = 0; i < 3000; i++)
    fprintf(file, "%d ", i);
  fclose(file);
  expect(written == strlen(memory));
  free(memory);
  char name[16];
  for (int i = 0; i < 1000; i++) {
    sprintf(name, "V%d", i % 100);
    setenv(name, i % 2 ? "a" : "a longer value than before", 1);
    if (i % 3 == 0)
      unsetenv(name);
  }
  expect(!strcmp(getenv("V97"), "a"));
}

int main(void) {
  errors();
  alignment();
  contents();
  ofLibc();
  if (!failed)
    puts("as musl");
  return failed;
}
