// The beginnings of _init and _fini; crtn.S has their ends. Old objects have code that goes between. clang's assembler aligns only .text by
// itself, and mold puts the code of other sections where their alignment allows it.
#if defined __x86_64__
#define ALIGN
#define BEGIN endbr64; subq $8, %rsp
#elif defined __aarch64__
#define ALIGN .p2align 2
#define BEGIN hint #34; stp x29, x30, [sp, #-16]!; mov x29, sp
#endif

.section .init, "ax", %progbits
ALIGN
.globl _init
.hidden _init
.type _init, %function
_init:
  BEGIN

.section .fini, "ax", %progbits
ALIGN
.globl _fini
.hidden _fini
.type _fini, %function
_fini:
  BEGIN

.section .note.GNU-stack, "", %progbits
