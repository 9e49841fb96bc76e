// What GCC compiles to calls of its runtime library.
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>

static _Atomic long sum;
static __thread int own = 1;

static void *add(void *unused) {
  for (own = 0; own < 10000; ++own)
    atomic_fetch_add(&sum, 1);
  return unused;
}

static void clean(int *value) { printf("%s\n", *value ? "cleaned up" : "?"); }

int main(int argc, char **argv) {
  (void)argv;
#if !defined(__GNUC__) || defined(__clang__)
#error "not GCC"
#endif
#ifdef __x86_64__
  __builtin_cpu_init();
  printf("GCC on %s\n", __builtin_cpu_supports("sse2") ? "x86_64" : "?");
#else
  puts("GCC on aarch64");
#endif
  pthread_t threads[4];
  for (int i = 0; i < 4; ++i)
    pthread_create(&threads[i], NULL, add, NULL);
  for (int i = 0; i < 4; ++i)
    pthread_join(threads[i], NULL);
  printf("4 threads added %ld\n", (long)sum);

  volatile unsigned __int128 wide = (unsigned __int128)12345678901 * 1000000000000 + 234567890123;
  unsigned __int128 high = wide / 1000000000000, low = wide % 1000000000000;
  printf("128 bits: %llu%012llu\n", (unsigned long long)high, (unsigned long long)low);

  volatile uint64_t bits = 0x123456789abcdef0 + (unsigned)argc;
  printf("bits: %d\n", __builtin_popcountll(bits));
  {
    __attribute__((cleanup(clean))) int value = argc;
  }
  // Its address is not taken: for that GCC needs an executable stack.
  int half(int x) { return x / (argc + 1); }
  printf("nested: %d\n", half(84));

  static void *const steps[] = {&&one, &&two, &&end};
  int next = 0;
  goto *steps[next];
one:
  ++next;
two:
  ++next;
  goto *steps[next];
end:
  printf("goto: %d\n", next + 1);
  return 0;
}
