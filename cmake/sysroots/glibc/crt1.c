// The start object of a program for glibc: crt1.o and Scrt1.o are the same, because position
// independent code works for both.
//
// Up to 2.33 __libc_start_main runs the program's constructors only through a function that it is passed. From 2.34
// on it finds them itself, and accepts null. A program for an older glibc that passes null starts without its
// constructors, and without an error (csu/libc-start.c of both).
#if CEILING < 34
#define INIT "__libc_csu_init"
#endif

#if defined __x86_64__
__asm__(".text\n"
        ".globl _start\n"
        ".type _start, %function\n"
        "_start:\n"
        "  .cfi_startproc\n"
        "  .cfi_undefined %rip\n"
        "  endbr64\n"
        "  xorl %ebp, %ebp\n"
        "  movq %rdx, %r9\n" // the loader's function to call at the end
        "  popq %rsi\n"      // argc
        "  movq %rsp, %rdx\n" // argv
        "  andq $-16, %rsp\n"
        "  pushq %rax\n"
        "  pushq %rsp\n" // the end of the stack
        "  xorl %r8d, %r8d\n"
#ifdef INIT
        "  leaq " INIT "(%rip), %rcx\n"
#else
        "  xorl %ecx, %ecx\n"
#endif
        "  movq main@GOTPCREL(%rip), %rdi\n"
        "  call *__libc_start_main@GOTPCREL(%rip)\n"
        "  hlt\n"
        "  .cfi_endproc\n"
        ".size _start, . - _start\n");
#elif defined __aarch64__
__asm__(".text\n"
        ".globl _start\n"
        ".type _start, %function\n"
        "_start:\n"
        "  .cfi_startproc\n"
        "  .cfi_undefined x30\n"
        "  hint #34\n" // bti c
        "  mov x29, #0\n"
        "  mov x30, #0\n"
        "  mov x5, x0\n"      // the loader's function to call at the end
        "  ldr x1, [sp]\n"    // argc
        "  add x2, sp, #8\n"  // argv
        "  mov x6, sp\n"      // the end of the stack
        "  adrp x0, :got:main\n"
        "  ldr x0, [x0, :got_lo12:main]\n"
#ifdef INIT
        "  adrp x3, " INIT "\n"
        "  add x3, x3, :lo12:" INIT "\n"
#else
        "  mov x3, #0\n"
#endif
        "  mov x4, #0\n"
        "  bl __libc_start_main\n"
        "  brk #1\n"
        "  .cfi_endproc\n"
        ".size _start, . - _start\n");
#endif

#ifdef INIT
#define HIDDEN __attribute__((visibility("hidden")))
typedef void Constructor(int argc, char **argv, char **envp);
extern HIDDEN void _init(void);
extern HIDDEN Constructor *__init_array_start[], *__init_array_end[];

// The loader runs .preinit_array and the destructors.
HIDDEN void __libc_csu_init(int argc, char **argv, char **envp) {
  _init();
  for (Constructor **next = __init_array_start; next != __init_array_end; ++next)
    (*next)(argc, argv, envp);
}
#endif

// Marks that other programs read: the kernel that this one needs (3.2, as for glibc itself), the kind of stdio, the
// start of the data.
__asm__(".section .note.ABI-tag, \"a\", %note\n"
        ".balign 4\n"
        ".long 4, 16, 1\n"
        ".asciz \"GNU\"\n"
        ".long 0, 3, 2, 0\n");
const int _IO_stdin_used = 0x20001;
int __data_start = 0;
extern int data_start __attribute__((weak, alias("__data_start")));
