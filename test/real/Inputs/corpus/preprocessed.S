#include <asm/unistd.h>
#define CONCAT(a, b) a##b
#define NAME(a) CONCAT(a, _name)
.text
.globl NAME(first)
.type NAME(first), %function
NAME(first):
  .cfi_startproc
#ifdef __aarch64__
  mov x8, #__NR_getpid
  svc #0
#else
  mov $__NR_getpid, %eax
  syscall
#endif
  ret
  .cfi_endproc
.size NAME(first), .-NAME(first)
#ifdef EXTRA
.data
.quad EXTRA
#endif
.section .note.GNU-stack, "", %progbits
