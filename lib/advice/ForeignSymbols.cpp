#include "ForeignSymbols.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

using enum Foreign;

// From the symbols that glibc 2.41 exports and musl 1.2.5 does not, and glibc's NEWS. The first row that
// matches counts.
// clang-format off
static constexpr ForeignSymbol symbols[] = {
    // Names that headers make.
    {"__isoc23_*", true, true, Header, "glibc 2.38", ""},
    {"__open_2 __open64_2 __openat_2 __openat64_2 __mq_open_2 __*_chk", true, false, Header, "glibc with _FORTIFY_SOURCE", ""},
    {"__*_chk", false, true, Header, "a newer glibc with _FORTIFY_SOURCE", ""},
    {"__isoc99_*", true, false, Header, "glibc", ""},
    {"__*_finite", true, true, Header, "a glibc before 2.31 with -ffast-math", ""},
    {"__xstat* __fxstat* __lxstat* __xmknod*", true, true, Header, "a glibc before 2.33", ""},
    {"open64 openat64 creat64 fstat64 stat64 lstat64 fstatat64 lseek64 ftruncate64 mmap64 truncate64 readdir64 readdir64_r pread64 pwrite64 preadv64 pwritev64 "
     "fopen64 freopen64 statfs64 fstatfs64 statvfs64 fstatvfs64 fseeko64 ftello64 fgetpos64 fsetpos64 lockf64 mkstemp64 mkstemps64 mkostemp64 mkostemps64 ftw64 "
     "nftw64 glob64 globfree64 scandir64 alphasort64 versionsort64 tmpfile64 sendfile64 posix_fadvise64 fallocate64 posix_fallocate64 getrlimit64 setrlimit64 "
     "prlimit64 fcntl64 getdents64 aio_*64 lio_listio64", true, false, Header, "glibc, or of a musl before 1.2.4", ""},
    {"__finite __finitef __finitel __isinf __isinff __isinfl __isnan __isnanf __isnanl __issignaling* __iseqsig* __iscanonicall", true, false, Header, "glibc", ""},
    {"__res_* __dn_* __b64_* __libc_* _IO_* __strto*_internal __wcsto*_internal __strtok_r __strdup __strndup __rawmemchr __mempcpy __bzero __memcmpeq", true, false, Header, "glibc", ""},
    {"__ctype_b __ctype_tolower __ctype_toupper __pthread_* __register_atfork __cxa_thread_atexit_impl __cxa_at_quick_exit __sched_cpualloc __sched_cpufree", true, false, Header, "glibc", ""},
    {"__secure_getenv __getpagesize __underflow __wunderflow __fentry__ gnu_dev_major gnu_dev_minor gnu_dev_makedev", true, false, Header, "glibc", ""},
    // Functions that a program calls by these names.
    {"gnu_get_libc_version gnu_get_libc_release", true, false, Function, "glibc", ""},
    {"backtrace backtrace_symbols backtrace_symbols_fd", true, false, Function, "glibc", "LLVM's unwinder, which is in the link, has _Unwind_Backtrace"},
    {"arc4random arc4random_buf arc4random_uniform", true, false, Function, "glibc 2.36", "getrandom and getentropy are in both"},
    {"getcontext setcontext makecontext swapcontext", true, false, Function, "glibc", "libucontext has them for musl"},
    {"fts_open fts_read fts_children fts_set fts_close", true, false, Function, "glibc", "musl-fts has them"},
    {"_obstack* obstack_*", true, false, Function, "glibc", "musl-obstack has them"},
    {"argp_*", true, false, Function, "glibc", "argp-standalone has them"},
    {"mallinfo mallinfo2 mallopt malloc_info malloc_stats malloc_trim mcheck mprobe mtrace muntrace pvalloc cfree __malloc_hook __free_hook __realloc_hook __memalign_hook", true, false, Function, "glibc", ""},
    {"canonicalize_file_name rawmemchr strtol_l strtoll_l strtoul_l strtoull_l strtoq strtouq wcstol_l wcstod_l strptime_l error_at_line on_exit rpmatch random_r srandom_r initstate_r setstate_r", true, false, Function, "glibc", ""},
    {"drand48_r srand48_r lrand48_r erand48_r ecvt_r fcvt_r qecvt qfcvt twalk_r re_search re_match re_compile_pattern re_set_syntax dlvsym dlmopen dladdr1 sigabbrev_np sigdescr_np strerrorname_np strerrordesc_np", true, false, Function, "glibc", ""},
    {"feenableexcept fedisableexcept fegetexcept gethostent_r getpwent_r getgrent_r getservent_r getprotobyname_r getaddrinfo_a gai_* res_nquery res_nsearch res_nsend", true, false, Function, "glibc", ""},
    {"close_range closefrom epoll_pwait2 execveat renameat2 getcpu pidfd_open pidfd_getfd pidfd_send_signal process_madvise pkey_*", true, false, Function, "glibc", "syscall() calls the kernel by its number"},
    {"pthread_yield pthread_attr_setaffinity_np pthread_attr_getaffinity_np pthread_clockjoin_np pthread_cond_clockwait pthread_mutex_clocklock pthread_rwlock_clock* pthread_mutexattr_setkind_np sem_clockwait", true, false, Function, "glibc", ""},
    {"wcslcpy wcslcat", true, false, Function, "glibc 2.38", ""},
    {"pidfd_spawn pidfd_spawnp pidfd_getpid posix_spawnattr_getcgroup_np posix_spawnattr_setcgroup_np stdc_*", true, false, Function, "glibc 2.39", ""},
    {"exp2m1 exp2m1f exp2m1l exp10m1 exp10m1f exp10m1l log2p1 log2p1f log2p1l log10p1 log10p1f log10p1l logp1 logp1f logp1l", true, false, Function, "glibc 2.40", ""},
    {"sched_getattr sched_setattr sinpi sinpif sinpil cospi cospif cospil tanpi tanpif tanpil asinpi asinpif asinpil acospi acospif acospil atanpi atanpif atanpil atan2pi atan2pif atan2pil", true, false, Function, "glibc 2.41", ""},
    // Above the newest ceiling.
    {"free_sized free_aligned_sized memset_explicit", false, true, Function, "glibc 2.43", "do without, or define it"},
};
// clang-format on

static bool isLike(StringRef symbol, StringRef pattern) {
  auto [begin, end] = pattern.split('*');
  if (begin.size() == pattern.size())
    return symbol == pattern;
  return symbol.size() > begin.size() + end.size() && symbol.starts_with(begin) && symbol.ends_with(end);
}

const ForeignSymbol *findForeign(StringRef symbol, bool musl) {
  for (const ForeignSymbol &row : symbols)
    if (musl ? row.onMusl : row.onGlibc)
      for (StringRef pattern : llvm::split(row.names, ' '))
        if (isLike(symbol, pattern))
          return &row;
  return nullptr;
}

//===- C++ ------------------------------------------------------------------===//

// The names that both libc++abi and libstdc++ have: the ABI of C++ requires one of each in a program, and
// libc++ does not put its exceptions into a versioned namespace.
static constexpr StringRef shared[] = {
    "exception",
    "bad_",
    "type_info",
    "terminate",
    "unexpected",
    "uncaught_exception",
    "get_",
    "set_",
    "nothrow",
    "runtime_error",
    "logic_error",
    "domain_error",
    "length_error",
    "out_of_range",
    "range_error",
    "overflow_error",
    "underflow_error",
    "invalid_argument",
    "current_exception",
    "rethrow_",
    "nested_exception",
    "align_val_t",
};

// Whether a demangled name is one of namespace std, and does not only have its types: in a template's return
// type, its arguments or its parameters. Each program that links libc++ has functions with those.
static bool isOfStd(StringRef name) {
  int depth = 0;
  size_t start = 0;
  for (size_t at = 0; at < name.size() && !name.substr(start).starts_with("operator"); ++at) {
    bool isAnonymous = name.substr(at).starts_with("(anonymous namespace)");
    if (depth == 0 && name[at] == '(' && !isAnonymous)
      break;
    depth += name[at] == '<' || name[at] == '(';
    depth -= name[at] == '>' || name[at] == ')';
    if (depth == 0 && name[at] == ' ')
      start = at + 1;
  }
  return name.substr(start).starts_with("std::");
}

static bool isMangledOfStd(StringRef name) {
  (void)name.consume_front("_Z");
  for (StringRef special : {"TV", "TT", "TI", "TS", "GV"})
    (void)name.consume_front(special);
  (void)name.consume_front("N");
  return name.ltrim("rVKRO").starts_with("St"); // a member function's const, volatile, & and &&
}

// For a mangled name, of a link with --no-demangle. It is not demangled: a demangler makes gigabytes of some
// names.
static CxxLibrary cxxLibraryOfMangled(StringRef name) {
  if (name.contains("St7__cxx11") || name.contains("9__gnu_cxx"))
    return CxxLibrary::Gnu;
  if (name.contains("St3__1") && isMangledOfStd(name))
    return CxxLibrary::Llvm;
  bool isOperator = llvm::any_of(std::initializer_list<StringRef>{"_Znw", "_Zna", "_Zdl", "_Zda"},
                                 [&](StringRef start) { return name.starts_with(start); });
  return isOperator || name.contains("N10__cxxabiv1") ? CxxLibrary::Any : CxxLibrary::None;
}

CxxLibrary cxxLibraryOf(StringRef name) {
  if (name.starts_with("_Z"))
    return cxxLibraryOfMangled(name);
  for (StringRef ofLibc :
       {"__cxa_atexit", "__cxa_finalize", "__cxa_thread_atexit_impl", "__cxa_at_quick_exit"})
    if (name == ofLibc)
      return CxxLibrary::None;
  if (name.starts_with("__cxa_") || name.starts_with("__gxx_personality") ||
      name.starts_with("operator new") || name.starts_with("operator delete") ||
      name.contains("__cxxabiv1::"))
    return CxxLibrary::Any;
  if (name.contains("std::__cxx11::") || name.contains("__gnu_cxx::"))
    return CxxLibrary::Gnu;
  if (name.contains("std::__1::"))
    return isOfStd(name) ? CxxLibrary::Llvm : CxxLibrary::None;
  for (StringRef kind : {"vtable for ", "typeinfo for ", "typeinfo name for ", "VTT for "})
    name.consume_front(kind);
  if (name.contains(" std::operator"))
    return CxxLibrary::Gnu;
  if (!name.consume_front("std::"))
    return CxxLibrary::None;
  return llvm::any_of(shared, [&](StringRef start) { return name.starts_with(start); }) ? CxxLibrary::Any
                                                                                        : CxxLibrary::Gnu;
}

} // namespace lambdacc
