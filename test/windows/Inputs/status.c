// status.exe exit N: ends with the status N. status.exe PROGRAM ARGUMENT...: runs the program, and prints its status, whole.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

int main(int argc, char **argv) {
  if (argc == 3 && !strcmp(argv[1], "exit"))
    ExitProcess(strtoul(argv[2], NULL, 0));
  STARTUPINFOA startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  char *line = strchr(GetCommandLineA(), ' '); // our own name has no space
  if (!CreateProcessA(NULL, line + 1, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process))
    return 1;
  WaitForSingleObject(process.hProcess, INFINITE);
  DWORD status = 0;
  GetExitCodeProcess(process.hProcess, &status);
  printf("0x%lX\n", status);
  return 0;
}
