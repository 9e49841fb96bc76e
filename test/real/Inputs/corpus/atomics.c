#include <stdatomic.h>
#include <stdbool.h>
static atomic_int count;
static _Atomic struct { long a, b; } pair;
bool step(int *seen) {
  atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
  atomic_thread_fence(memory_order_seq_cst);
  __sync_fetch_and_or(seen, 4);
  return atomic_compare_exchange_strong(&count, seen, 7) && atomic_is_lock_free(&pair);
}
