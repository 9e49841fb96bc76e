// A linker that ends as Windows ends a program by Ctrl-C, after a message.
#include <stdio.h>
#include <windows.h>

int main(void) {
  fprintf(stderr, "stopped\n");
  ExitProcess(STATUS_CONTROL_C_EXIT);
}
