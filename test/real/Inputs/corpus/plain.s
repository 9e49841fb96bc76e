# no preprocessor: #error it is only a comment
.data
.globl numbers
.type numbers, %object
numbers:
  .rept 4
  .quad numbers
  .endr
.size numbers, .-numbers
.section .note.GNU-stack, "", %progbits
