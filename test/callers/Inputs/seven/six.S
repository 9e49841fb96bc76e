.globl six
.type six, %function
six:
#ifdef __aarch64__
  mov w0, #6
#else
  mov $6, %eax
#endif
  ret
.section .note.GNU-stack, "", %progbits
