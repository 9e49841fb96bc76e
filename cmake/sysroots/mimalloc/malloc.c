// The whole malloc family of musl 1.2.5 by mimalloc. mimalloc.sh builds it as one object.
//
// A program gets all of these functions or none: a block of one allocator crashes in the free of another. Functions of musl
// that return blocks, such as getline, call malloc by its name, so they take these. The operators of C++ are not here: those
// of libc++ call malloc, too.
#include <errno.h>
#include <pthread.h>
#include <stddef.h>

#include "static.c"

// `lambda-cc check` reads it in a program, as the marks of cmake/libraries/common.sh.
__asm__(".ident \"lambda-cc: mimalloc " VERSION "\"");

#undef malloc
#define OUT __attribute__((visibility("default"), used))

//===- Semantics of musl ----------------------------------------------------===//

// musl aligns each block to 16. mimalloc aligns blocks of up to 8 bytes to 8. musl needs 16 bytes for the smallest one, too.
enum { UNIT = 16 };
static inline size_t atLeastUnit(size_t size) { return size < UNIT ? UNIT : size; }

static inline void *checked(void *block) {
  if (__builtin_expect(!block, 0))
    errno = ENOMEM;
  return block;
}

OUT void *malloc(size_t size) { return checked(mi_malloc(atLeastUnit(size))); }

OUT void *calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes))
    return checked(NULL);
  return checked(mi_zalloc(atLeastUnit(bytes)));
}

// With a size of 0 the block is kept, and not freed.
OUT void *realloc(void *block, size_t size) { return checked(mi_realloc(block, atLeastUnit(size))); }

OUT void *reallocarray(void *block, size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes))
    return checked(NULL);
  return realloc(block, bytes);
}

// POSIX 2024: free keeps errno. mimalloc may give memory back to the system, and such a call can fail.
OUT void free(void *block) {
  int before = errno;
  mi_free(block);
  errno = before;
}

// To musl, an alignment of 0 is a power of two, and the size need not be a multiple of it.
OUT void *aligned_alloc(size_t alignment, size_t size) {
  if (alignment & (alignment - 1)) {
    errno = EINVAL;
    return NULL;
  }
  if (alignment <= UNIT)
    return malloc(size);
  if (alignment > PTRDIFF_MAX || size > PTRDIFF_MAX - alignment) // mimalloc adds them
    return checked(NULL);
  return checked(mi_malloc_aligned(atLeastUnit(size), alignment));
}

OUT void *memalign(size_t alignment, size_t size) { return aligned_alloc(alignment, size); }

OUT int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment < sizeof(void *))
    return EINVAL;
  void *block = aligned_alloc(alignment, size);
  if (!block)
    return errno;
  *result = block;
  return 0;
}

OUT void *valloc(size_t size) { return aligned_alloc(_mi_os_page_size(), size); }
OUT size_t malloc_usable_size(void *block) { return mi_usable_size(block); }

//===- fork -----------------------------------------------------------------===//

// In the child of a fork only the thread that called fork exists. mimalloc 2.0.9 has no mutexes. Where another thread was
// between two atomic operations, the child may lose a block or a segment. In two places it would wait without an end:
//
// - abandoned_readers counts the threads in mi_abandoned_pop(). _mi_abandoned_await_readers() waits for 0 before it gives
//   memory back (segment.c).
// - A page is MI_DELAYED_FREEING while another thread puts the first block of a full page on the list of its heap
//   (mi_free_block_mt() in alloc.c). _mi_page_use_delayed_free() waits for its end, for a thread that ends (page.c).
//
// No other loop waits for a thread: each repeats a compare-and-swap until it succeeds. The pages of an abandoned segment are
// MI_NEVER_DELAYED_FREE, and pages of vanished threads have no owner that would wait. mimalloc 2.1 and later have mutexes.
static bool endFreeing(mi_heap_t *heap, mi_page_queue_t *queue, mi_page_t *page, void *, void *) {
  mi_thread_free_t old = mi_atomic_load_relaxed(&page->xthread_free);
  // The state before. If the block is on the list already, the owner finds it there; if not, it is lost, and the next block
  // that another thread frees gets there.
  if (mi_tf_delayed(old) == MI_DELAYED_FREEING)
    mi_atomic_store_release(&page->xthread_free, mi_tf_set_delayed(old, MI_USE_DELAYED_FREE));
  return true;
}

static void inChild(void) {
  mi_atomic_store_release(&abandoned_readers, 0);
  // The only heap of the thread, since mi_heap_new is not visible.
  mi_heap_visit_pages(mi_get_default_heap(), endFreeing, NULL, NULL);
}

// The object is first in the link, so this is before the program's constructors and its calls of pthread_atfork.
__attribute__((constructor)) static void watchForks(void) { pthread_atfork(NULL, NULL, inChild); }
