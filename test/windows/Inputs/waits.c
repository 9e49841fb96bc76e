// A compiler that waits for ever. The file `waits` is there while it runs.
#include <windows.h>

int main(void) {
  CreateFileA("waits", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE, NULL);
  Sleep(INFINITE);
  return 0;
}
