//===- systemWindows.h - The system's headers, before pure.h poisons their names ===//
#include <dirent.h>
#include <fcntl.h>
#include <io.h>
#include <process.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
// mingw's stdlib.h and stdio.h define these as macros.
#undef environ
#undef popen
