//===- systemWindows.h - The system's headers, before pure.h poisons their names ===//
#include <dirent.h>
#include <fcntl.h>
#include <io.h>
#include <process.h>
#include <sys/stat.h>
#include <unistd.h>
// mingw's stdlib.h and stdio.h have macros of these names.
#undef environ
#undef popen
