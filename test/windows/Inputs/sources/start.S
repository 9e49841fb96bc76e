/* Assembly that the preprocessor reads: one function for both machines. */
#if defined(__x86_64__)
#define RETURN_NINE mov $9, %eax; ret
#elif defined(__aarch64__)
#define RETURN_NINE mov w0, #9; ret
#endif
        .text
        .globl nine
        .type nine, %function
nine:   RETURN_NINE
        .size nine, . - nine
        .section .note.GNU-stack, "", %progbits
