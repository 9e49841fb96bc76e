// Included before each source of libunwind for glibc, where dladdr is in libdl before 2.34. Only unw_get_proc_name calls it: without
// a libdl it finds no name, and the unwinder links without one.
#ifdef __cplusplus
#include <dlfcn.h>
#pragma weak dladdr
#define dladdr(address, info) (dladdr && dladdr(address, info))
#endif
