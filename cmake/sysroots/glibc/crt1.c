// The start of a program for glibc: crt1.o and Scrt1.o in one, since position independent code serves both.
//
// Up to 2.33 __libc_start_main runs the constructors of a program only through the function that it is given; from 2.34
// on it finds them itself, and takes null. A program for an older glibc that gives null starts without its constructors
// there, and without a word. (csu/libc-start.c of both.)
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
        "  movq %rdx, %r9\n" // what the loader wants to be called at the end
        "  popq %rsi\n"      // argc
        "  movq %rsp, %rdx\n" // argv
        "  andq $-16, %rsp\n"
        "  pushq %rax\n"
        "  pushq %rsp\n" // where the stack ends
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
        "  mov x5, x0\n"      // what the loader wants to be called at the end
        "  ldr x1, [sp]\n"    // argc
        "  add x2, sp, #8\n"  // argv
        "  mov x6, sp\n"      // where the stack ends
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

// .preinit_array is the loader's, and so are the destructors.
HIDDEN void __libc_csu_init(int argc, char **argv, char **envp) {
  _init();
  for (Constructor **next = __init_array_start; next != __init_array_end; ++next)
    (*next)(argc, argv, envp);
}
#endif

// What programs look at: the kernel that they need (3.2, glibc's own), the kind of stdio, where data begins.
__asm__(".section .note.ABI-tag, \"a\", %note\n"
        ".balign 4\n"
        ".long 4, 16, 1\n"
        ".asciz \"GNU\"\n"
        ".long 0, 3, 2, 0\n");
const int _IO_stdin_used = 0x20001;
int __data_start = 0;
extern int data_start __attribute__((weak, alias("__data_start")));
