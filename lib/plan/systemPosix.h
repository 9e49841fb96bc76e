//===- systemPosix.h - The system's headers, before pure.h poisons their names ===//
#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <unistd.h>
