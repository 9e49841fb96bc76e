// libc_nonshared.a: functions that programs call, and that libc.so of their glibc does not have under this name. Each
// is a member of its own, so that a program may define one of the names itself: this file is compiled once for each
// MEMBER_name.
//
// Before 2.33 stat and similar functions call __xstat with the version of struct stat, which is 1 for x86_64 and 0
// for aarch64 (bits/stat.h of 2.31). Functions that register a callback pass the library that it belongs to,
// __dso_handle.
#define HIDDEN __attribute__((visibility("hidden")))
extern HIDDEN void *__dso_handle;
#if defined __x86_64__
enum { statVersion = 1 };
#else
enum { statVersion = 0 };
#endif
enum { nodeVersion = 0 };

#define STAT(name, libc)                                                                                     \
  extern int libc(int version, const char *path, void *result);                                              \
  HIDDEN int name(const char *path, void *result) { return libc(statVersion, path, result); }
#define FSTAT(name, libc)                                                                                    \
  extern int libc(int version, int file, void *result);                                                      \
  HIDDEN int name(int file, void *result) { return libc(statVersion, file, result); }
#define FSTATAT(name, libc)                                                                                  \
  extern int libc(int version, int folder, const char *path, void *result, int flags);                       \
  HIDDEN int name(int folder, const char *path, void *result, int flags) {                                   \
    return libc(statVersion, folder, path, result, flags);                                                   \
  }

#if defined MEMBER_atexit
extern int __cxa_atexit(void (*function)(void *), void *argument, void *library);
HIDDEN int atexit(void (*function)(void)) {
  return __cxa_atexit((void (*)(void *))function, 0, __dso_handle);
}
#elif defined MEMBER_at_quick_exit
extern int __cxa_at_quick_exit(void (*function)(void *), void *library);
HIDDEN int at_quick_exit(void (*function)(void)) {
  return __cxa_at_quick_exit((void (*)(void *))function, __dso_handle);
}
#elif defined MEMBER_pthread_atfork
extern int __register_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void), void *library);
HIDDEN int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void)) {
  return __register_atfork(prepare, parent, child, __dso_handle);
}
#elif defined MEMBER_stack_chk_fail_local
extern void __stack_chk_fail(void) __attribute__((noreturn));
HIDDEN void __stack_chk_fail_local(void) { __stack_chk_fail(); }
#elif defined MEMBER_stat
STAT(stat, __xstat)
#elif defined MEMBER_stat64
STAT(stat64, __xstat64)
#elif defined MEMBER_lstat
STAT(lstat, __lxstat)
#elif defined MEMBER_lstat64
STAT(lstat64, __lxstat64)
#elif defined MEMBER_fstat
FSTAT(fstat, __fxstat)
#elif defined MEMBER_fstat64
FSTAT(fstat64, __fxstat64)
#elif defined MEMBER_fstatat
FSTATAT(fstatat, __fxstatat)
#elif defined MEMBER_fstatat64
FSTATAT(fstatat64, __fxstatat64)
#elif defined MEMBER_mknod
extern int __xmknod(int version, const char *path, unsigned mode, unsigned long *device);
HIDDEN int mknod(const char *path, unsigned mode, unsigned long device) {
  return __xmknod(nodeVersion, path, mode, &device);
}
#elif defined MEMBER_mknodat
extern int __xmknodat(int version, int folder, const char *path, unsigned mode, unsigned long *device);
HIDDEN int mknodat(int folder, const char *path, unsigned mode, unsigned long device) {
  return __xmknodat(nodeVersion, folder, path, mode, &device);
}
#elif defined MEMBER_fcntl64
// fcntl64 has variable arguments, so it jumps to fcntl. Files have 64-bit offsets on both machines.
__asm__(".text\n"
        ".globl fcntl64\n"
        ".hidden fcntl64\n"
        ".type fcntl64, %function\n"
        "fcntl64:\n"
#if defined __x86_64__
        "  jmp fcntl@PLT\n"
#else
        "  b fcntl\n"
#endif
        ".size fcntl64, . - fcntl64\n");
#elif defined MEMBER_single_threaded
// For objects by other compilers with newer headers: 0 means "there may be threads".
HIDDEN char __libc_single_threaded = 0;
#else
#error "which member?"
#endif
