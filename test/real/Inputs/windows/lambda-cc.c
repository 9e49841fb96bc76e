// In place of lambda-cc.exe: prints its own path, its arguments and a line of its input. The last argument is its status.
#include <stdio.h>
#include <windows.h>

static void print(const wchar_t *text) {
  char bytes[4096];
  WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
  printf("<%s>", bytes);
}

int wmain(int argc, wchar_t **argv) {
  static wchar_t self[32768];
  char line[99] = "";
  GetModuleFileNameW(NULL, self, 32768);
  print(self);
  for (int i = 1; i < argc; ++i)
    print(argv[i]);
  if (fgets(line, sizeof line, stdin))
    printf(" %s", line);
  fputs("to stderr\n", stderr);
  return _wtoi(argv[argc - 1]);
}
