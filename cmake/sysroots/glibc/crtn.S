// The ends of _init and _fini; crti.S has their beginnings.
#if defined __x86_64__
#define END addq $8, %rsp; ret
#elif defined __aarch64__
#define END .p2align 2; ldp x29, x30, [sp], #16; ret
#endif

.section .init, "ax", %progbits
  END

.section .fini, "ax", %progbits
  END

.section .note.GNU-stack, "", %progbits
