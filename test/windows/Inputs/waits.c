// A compiler that waits for ever. The file `waits` is there while it runs.
#include <windows.h>

// wine ends a program with status 0 for Ctrl-C, and Windows with this status. The tools must see that the console sent it to them, too: a
// program that ends at once may be faster than the thread that wine starts for that.
static BOOL WINAPI end(DWORD event) {
  Sleep(1000);
  ExitProcess(STATUS_CONTROL_C_EXIT);
}

int main(void) {
  SetConsoleCtrlHandler(end, TRUE);
  CreateFileA("waits", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE, NULL);
  Sleep(INFINITE);
  return 0;
}
