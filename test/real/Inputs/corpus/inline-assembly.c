long ask(long n) {
  long r;
#ifdef __aarch64__
  asm volatile("add %0, %1, #1\n\tdsb sy" : "=r"(r) : "r"(n) : "memory");
#else
  asm volatile("lea 1(%1), %0\n\tmfence" : "=r"(r) : "r"(n) : "memory", "cc");
#endif
  return r;
}
__asm__(".pushsection .rodata\n.globl mark\nmark: .asciz \"mark\"\n.popsection");
