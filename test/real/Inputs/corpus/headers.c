#include <arpa/inet.h>
#include <assert.h>
#include <ctype.h>
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fenv.h>
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <netdb.h>
#include <poll.h>
#include <pwd.h>
#include <regex.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <spawn.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>
#include <wchar.h>
int sizes[] = {sizeof(struct stat), sizeof(ucontext_t), sizeof(FILE *), sizeof(regex_t), sizeof(struct sockaddr_storage), BUFSIZ, PATH_MAX};
int copy(const char *from) {
  assert(from);
  struct stat st;
  if (stat(from, &st) && errno == ENOENT)
    return printf("%s: %" PRId64 "\n", strerror(errno), (int64_t)strlen(from));
  return toupper(from[0]);
}
