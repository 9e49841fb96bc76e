#ifdef __aarch64__
#define RESULT w0
#else
#define RESULT %eax
#endif
.globl seven
.type seven, %function
seven:
#ifdef __aarch64__
  mov RESULT, #7
#else
  mov $7, RESULT
#endif
  ret
.size seven, .-seven
.section .note.GNU-stack, "", %progbits
