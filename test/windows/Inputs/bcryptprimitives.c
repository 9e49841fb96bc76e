// wine 8 has no bcryptprimitives.dll, from which Rust's std takes this function. Windows has it since version 10.
#include <windows.h>
// ntsecapi.h needs windows.h.
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, length); }
