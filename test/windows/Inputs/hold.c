// hold.exe FILE MILLISECONDS: opens FILE as a scanner does, so that nobody can rename or remove it, prints a line, and waits.
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

int main(int argc, char **argv) {
  HANDLE file = CreateFileA(argv[1], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
  if (file == INVALID_HANDLE_VALUE)
    return 1;
  puts("holds");
  fflush(stdout);
  Sleep(atoi(argv[2]));
  return 0;
}
