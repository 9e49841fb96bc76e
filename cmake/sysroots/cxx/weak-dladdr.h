// Included before each source of libunwind for glibc, which has dladdr in libdl before 2.34. Only unw_get_proc_name calls it.
// With a weak reference the unwinder links without libdl, and then finds no name.
#ifdef __cplusplus
#include <dlfcn.h>
#pragma weak dladdr
#define dladdr(address, info) (dladdr && dladdr(address, info))
#endif
