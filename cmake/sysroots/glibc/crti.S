// The beginnings of _init and _fini; crtn.S has their ends. Old objects have code that goes between.
#if defined __x86_64__
#define BEGIN endbr64; subq $8, %rsp
#elif defined __aarch64__
#define BEGIN hint #34; stp x29, x30, [sp, #-16]!; mov x29, sp
#endif

.section .init, "ax", %progbits
.globl _init
.hidden _init
.type _init, %function
_init:
  BEGIN

.section .fini, "ax", %progbits
.globl _fini
.hidden _fini
.type _fini, %function
_fini:
  BEGIN

.section .note.GNU-stack, "", %progbits
