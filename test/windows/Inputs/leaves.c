// A compiler that leaves a process running, as a cache leaves its server. That makes the file `served` two seconds later.
#include <string.h>
#include <windows.h>

int main(int argc, char **argv) {
  if (argc > 1 && !strcmp(argv[1], "serve")) {
    Sleep(2000);
    CreateFileA("served", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    return 0;
  }
  STARTUPINFOA startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  char line[] = "leaves serve", program[MAX_PATH];
  GetModuleFileNameA(NULL, program, sizeof program);
  return !CreateProcessA(program, line, NULL, NULL, FALSE, DETACHED_PROCESS, NULL, NULL, &startup, &process);
}
