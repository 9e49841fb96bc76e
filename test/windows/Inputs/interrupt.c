// interrupt.exe COMMAND: runs the command, presses Ctrl-C when the file `waits` is there, and writes the exit status to the file `status`.
#include <stdio.h>
#include <windows.h>

static BOOL WINAPI ignore(DWORD event) { return TRUE; }

int main(int argc, char **argv) {
  STARTUPINFOA start = {sizeof start};
  PROCESS_INFORMATION child;
  DWORD status;
  if (argc != 2 || !CreateProcessA(NULL, argv[1], NULL, NULL, TRUE, 0, NULL, NULL, &start, &child))
    return 1;
  SetConsoleCtrlHandler(ignore, TRUE);
  while (GetFileAttributesA("waits") == INVALID_FILE_ATTRIBUTES)
    Sleep(50);
  if (!GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0))
    return 1;
  WaitForSingleObject(child.hProcess, INFINITE);
  GetExitCodeProcess(child.hProcess, &status);
  FILE *file = fopen("status", "w");
  fprintf(file, "0x%lX\n", status);
  return fclose(file);
}
