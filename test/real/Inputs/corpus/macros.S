#if defined __ELF__ && defined __linux__ && !defined __ANDROID__
.macro bytes from, to
  .byte \from
  .if \to-\from
  bytes "(\from+1)", \to
  .endif
.endm
.section .rodata.bytes, "a"
.globl bytes_all
bytes_all:
  bytes 0, 7
  .incbin "names.h"
#endif
.section .note.GNU-stack, "", %progbits
