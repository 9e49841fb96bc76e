// everything PLUGIN: what a C program needs of glibc. Prints `ok` lines, and exits with 0 if all of them hold.
//
// Link with -lpthread -ldl -lm. Worth a build each: -fpie and -fno-pie (copy relocations: environ),
// -DPLAIN_OFFSETS.
#define _GNU_SOURCE
#ifndef PLAIN_OFFSETS
#define _FILE_OFFSET_BITS 64
#endif
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <netdb.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int failures;

static void check(int holds, const char *what, int line) {
  if (holds)
    return;
  printf("FAILED: %s, everything.c:%d, errno %d\n", what, line, errno);
  failures++;
}
#define CHECK(condition) check(!!(condition), #condition, __LINE__)

static void test(const char *name, void (*function)(void)) {
  int before = failures;
  function();
  if (failures == before)
    printf("ok %s\n", name);
  fflush(stdout);
}

// What happened in which order, in the process that writes it and in the children that it forks.
static int trace_pipe = -1;

static void trace(char what) {
  if (trace_pipe >= 0 && write(trace_pipe, &what, 1) != 1)
    abort();
}

static const char *traced_child(void (*function)(void), int *status) {
  static char text[64];
  int ends[2];
  CHECK(pipe(ends) == 0);
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    trace_pipe = ends[1];
    function();
    _exit(99);
  }
  close(ends[1]);
  size_t length = 0;
  ssize_t n;
  while ((n = read(ends[0], text + length, sizeof text - 1 - length)) > 0)
    length += n;
  text[length] = 0;
  close(ends[0]);
  CHECK(waitpid(child, status, 0) == child);
  return text;
}

// Volatile, and only if argc is the real one: LLVM counts at compile time otherwise, and a constructor gets
// argc, argv and envp.
static volatile int constructed, constructed_early;
static const char *constructor_argv0;

__attribute__((constructor)) static void constructor(int argc, char **argv, char **envp) {
  if (argc == 2 && envp == environ) {
    constructed++;
    constructor_argv0 = argv[0];
  }
}
__attribute__((constructor(200))) static void early_constructor(int argc) {
  if (argc == 2 && constructed == 0)
    constructed_early++;
}
__attribute__((destructor)) static void destructor(void) { trace('D'); }
__attribute__((destructor(200))) static void late_destructor(void) { trace('L'); }

static const char *argv0, *plugin;
static char folder[] = "/tmp/everything-XXXXXX";

static const char *in_folder(const char *name) {
  static char path[4][128];
  static int next;
  char *p = path[next++ % 4];
  snprintf(p, sizeof path[0], "%s/%s", folder, name);
  return p;
}

static void constructors(void) {
  CHECK(constructed == 1);
  CHECK(constructed_early == 1);
  CHECK(constructor_argv0 == argv0);
}

static void write_formatted(FILE *file, const char *format, ...) {
  va_list list;
  va_start(list, format);
  CHECK(vfprintf(file, format, list) > 0);
  va_end(list);
}

static void stdio(void) {
  char line[80], word[8];
  int number;
  double real;
  FILE *file = fopen(in_folder("text"), "w+");
  CHECK(file);
  write_formatted(file, "%d %.3f %s\n", 42, 2.5, "text");
  CHECK(fseeko(file, 0, SEEK_SET) == 0);
  CHECK(fgets(line, sizeof line, file) && !strcmp(line, "42 2.500 text\n"));
  CHECK(sscanf(line, "%d %lf %7s", &number, &real, word) == 3 && number == 42 && real == 2.5 &&
        !strcmp(word, "text"));
  CHECK(ftello(file) == 14 && fgetc(file) == EOF && feof(file));
  CHECK(fclose(file) == 0);
  char *memory = NULL;
  size_t size = 0;
  FILE *stream = open_memstream(&memory, &size);
  CHECK(stream && fputs("memory", stream) >= 0 && fclose(stream) == 0 && size == 6 &&
        !strcmp(memory, "memory"));
  free(memory);
  FILE *shell = popen("echo from a shell", "r");
  CHECK(shell && fgets(line, sizeof line, shell) && !strcmp(line, "from a shell\n") && pclose(shell) == 0);
}

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int counter, turn;
static __thread int tls_set = 7, tls_zero;
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static volatile int once_count;
static _Atomic int key_destroyed, cleaned; // eight threads do it at their ends, at once

static void count_once(void) { once_count++; }
static void destroy_key(void *value) { key_destroyed += *(int *)value; }
static void clean(void *argument) { cleaned += *(int *)argument; }

__attribute__((noinline)) static void leave_thread(void *value) { pthread_exit(value); }

static void *work(void *argument) {
  static int one = 1;
  pthread_once(&once, count_once);
  pthread_setspecific(key, &one);
  int fresh = tls_set == 7 && tls_zero == 0;
  for (int i = 0; i < 1000; i++) {
    pthread_mutex_lock(&mutex);
    counter++;
    pthread_mutex_unlock(&mutex);
    tls_set++;
    tls_zero++;
  }
  int mine = fresh && tls_set == 1007 && tls_zero == 1000;
  pthread_cleanup_push(clean, &one);
  leave_thread(mine ? argument : NULL);
  pthread_cleanup_pop(0);
  return NULL;
}

static void *wait_for_turn(void *argument) {
  pthread_mutex_lock(&mutex);
  while (turn == 0)
    pthread_cond_wait(&cond, &mutex);
  turn++;
  pthread_mutex_unlock(&mutex);
  return argument;
}

static void *wait_to_be_cancelled(void *argument) {
  static int one = 1;
  pthread_cleanup_push(clean, &one);
  for (;;)
    pause();
  pthread_cleanup_pop(0);
  return argument;
}

static struct timespec soon(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  time.tv_nsec += 20 * 1000 * 1000;
  if (time.tv_nsec >= 1000 * 1000 * 1000) {
    time.tv_sec++;
    time.tv_nsec -= 1000 * 1000 * 1000;
  }
  return time;
}

static void timed_wait(pthread_cond_t *never, clockid_t clock) {
  struct timespec until = soon(clock), now;
  int result;
  pthread_mutex_lock(&mutex);
  do // it may wake up for no reason
    result = pthread_cond_timedwait(never, &mutex, &until);
  while (result == 0);
  pthread_mutex_unlock(&mutex);
  clock_gettime(clock, &now);
  CHECK(result == ETIMEDOUT);
  CHECK(now.tv_sec > until.tv_sec || (now.tv_sec == until.tv_sec && now.tv_nsec >= until.tv_nsec));
}

static void threads(void) {
  pthread_t thread[8];
  char names[8];
  void *result;
  CHECK(pthread_key_create(&key, destroy_key) == 0);
  for (int i = 0; i < 8; i++)
    CHECK(pthread_create(&thread[i], NULL, work, &names[i]) == 0);
  for (int i = 0; i < 8; i++)
    CHECK(pthread_join(thread[i], &result) == 0 && result == &names[i]);
  CHECK(counter == 8000 && once_count == 1 && key_destroyed == 8 && cleaned == 8);
  CHECK(tls_set == 7 && tls_zero == 0);

  CHECK(pthread_create(&thread[0], NULL, wait_for_turn, NULL) == 0);
  pthread_mutex_lock(&mutex);
  turn = 1;
  pthread_cond_broadcast(&cond);
  pthread_mutex_unlock(&mutex);
  CHECK(pthread_join(thread[0], NULL) == 0 && turn == 2);

  CHECK(pthread_create(&thread[0], NULL, wait_to_be_cancelled, NULL) == 0);
  CHECK(pthread_cancel(thread[0]) == 0);
  CHECK(pthread_join(thread[0], &result) == 0 && result == PTHREAD_CANCELED);

  pthread_cond_t never = PTHREAD_COND_INITIALIZER, monotonic;
  timed_wait(&never, CLOCK_REALTIME);
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  CHECK(pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC) == 0);
  CHECK(pthread_cond_init(&monotonic, &attributes) == 0);
  timed_wait(&monotonic, CLOCK_MONOTONIC);
}

static sem_t ping, pong;

static void *answer(void *argument) {
  for (int i = 0; i < 100; i++) {
    sem_wait(&ping);
    sem_post(&pong);
  }
  return argument;
}

static void semaphores(void) {
  pthread_t thread;
  int value;
  CHECK(sem_init(&ping, 0, 0) == 0 && sem_init(&pong, 0, 0) == 0);
  CHECK(pthread_create(&thread, NULL, answer, NULL) == 0);
  for (int i = 0; i < 100; i++) {
    sem_post(&ping);
    CHECK(sem_wait(&pong) == 0);
  }
  CHECK(pthread_join(thread, NULL) == 0);
  struct timespec until = soon(CLOCK_REALTIME);
  CHECK(sem_getvalue(&pong, &value) == 0 && value == 0);
  CHECK(sem_trywait(&pong) == -1 && errno == EAGAIN);
  CHECK(sem_timedwait(&pong, &until) == -1 && errno == ETIMEDOUT);
}

static void files(void) {
  struct stat status, same;
  struct stat64 status64;
  const char *file = in_folder("five"), *link = in_folder("link");
  int fd = open(file, O_CREAT | O_RDWR, 0640);
  CHECK(fd >= 0 && write(fd, "12345", 5) == 5 && symlink("five", link) == 0);
  int dir = open(folder, O_RDONLY | O_DIRECTORY);
  CHECK(stat(link, &status) == 0 && S_ISREG(status.st_mode) && status.st_size == 5 &&
        (status.st_mode & 0700) == 0600);
  CHECK(fstat(fd, &same) == 0 && same.st_ino == status.st_ino && same.st_dev == status.st_dev &&
        same.st_size == 5);
  CHECK(lstat(link, &same) == 0 && S_ISLNK(same.st_mode) && same.st_size == 4);
  CHECK(fstatat(dir, "link", &same, 0) == 0 && same.st_ino == status.st_ino && same.st_nlink == 1);
  CHECK(fstatat(dir, "link", &same, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(same.st_mode));
  CHECK(stat64(file, &status64) == 0 && status64.st_size == 5 && status64.st_mtime == status.st_mtime);
  CHECK(fstat64(fd, &status64) == 0 && lstat64(link, &status64) == 0 && S_ISLNK(status64.st_mode));
  CHECK(fstatat64(dir, "five", &status64, 0) == 0 && status64.st_ino == status.st_ino);
  CHECK(stat(in_folder("none"), &status) == -1 && errno == ENOENT);
  CHECK(stat("/dev/null", &status) == 0 && S_ISCHR(status.st_mode));

  CHECK(mknod(in_folder("fifo"), S_IFIFO | 0600, 0) == 0 && mknodat(dir, "fifo-at", S_IFIFO | 0600, 0) == 0);
  CHECK(stat(in_folder("fifo"), &status) == 0 && S_ISFIFO(status.st_mode));
  CHECK(fstatat(dir, "fifo-at", &status, 0) == 0 && S_ISFIFO(status.st_mode));

  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 1, .l_len = 2};
  CHECK(fcntl(fd, F_SETLK, &lock) == 0);
  CHECK((fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDWR);
  CHECK(fcntl(fd, F_SETFL, O_APPEND) == 0 && fcntl(fd, F_GETFL) & O_APPEND);
  int copy = fcntl(fd, F_DUPFD_CLOEXEC, 100);
  CHECK(copy >= 100 && fcntl(copy, F_GETFD) == FD_CLOEXEC);
  off_t far = (off_t)5 << 30;
  CHECK(ftruncate(fd, far) == 0 && lseek(fd, 0, SEEK_END) == far);
  CHECK(fstat(copy, &status) == 0 && status.st_size == far);
  close(copy);
  close(dir);
  close(fd);
}

static void libraries(void) {
  void *libm = dlopen("libm.so.6", RTLD_NOW);
  CHECK(libm);
  double (*cosine)(double) = libm ? (double (*)(double))dlsym(libm, "cos") : NULL;
  CHECK(cosine && cosine(0) == 1);
  CHECK(libm && dlclose(libm) == 0);
  CHECK(!dlopen("libnone.so.7", RTLD_NOW) && strstr(dlerror(), "libnone.so.7"));
  Dl_info info;
  CHECK(dladdr((void *)libraries, &info) && info.dli_fname);

  // What the plugin prints, in a file in place of standard output.
  fflush(stdout);
  int output = dup(1), capture = open(in_folder("capture"), O_CREAT | O_RDWR, 0600);
  dup2(capture, 1);
  void *handle = dlopen(plugin, RTLD_NOW);
  int (*answer)(int) = handle ? (int (*)(int))dlsym(handle, "plugin_answer") : NULL;
  int answered = answer ? answer(20) : 0, answered_again = answer ? answer(20) : 0;
  int closed = handle ? dlclose(handle) : -1;
  printf("closed\n");
  fflush(stdout);
  dup2(output, 1);
  close(output);
  if (!handle)
    printf("dlopen: %s\n", dlerror());
  CHECK(answered == 41 && answered_again == 42 && closed == 0);
  char text[256] = "";
  CHECK(pread(capture, text, sizeof text - 1, 0) > 0);
  close(capture);
  const char *expected =
      "plugin: constructor\nplugin: answer\nplugin: answer\nplugin: destructor\nplugin: atexit\nclosed\n";
  CHECK(!strcmp(text, expected));
  if (strcmp(text, expected))
    printf("the plugin printed:\n%s", text);
}

static void math(void) {
  volatile double two = 2, ten = 10, one = 1, zero = 0, big = 1000;
  CHECK(pow(two, ten) == 1024 && fabs(exp(one) - 2.718281828459045) < 1e-15);
  CHECK(fabs(log(ten) - 2.302585092994046) < 1e-15 && fabs(sin(one) - 0.8414709848078965) < 1e-15);
  CHECK(log(exp(one)) == 1 && sin(zero) == 0 && isinf(log(zero)) && isnan(sqrt(-one)));
  errno = 0;
  CHECK(isinf(exp(big)) && errno == ERANGE);
  errno = 0;
  CHECK(isinf(pow(ten, big)) && errno == ERANGE);
  errno = 0;
  CHECK(isnan(log(-one)) && errno == EDOM);
  CHECK(powf(two, ten) == 1024 && expf(zero) == 1 && logf(one) == 0 &&
        fabsl(sinl(one) - 0.8414709848078965L) < 1e-15);
  int exponent;
  CHECK(frexp(big, &exponent) == 1000.0 / 1024 && exponent == 10 && lround(2.5 * one) == 3 &&
        fmod(ten, 3) == 1);
}

static void locale(void) {
  CHECK(!strcmp(setlocale(LC_ALL, "C"), "C") && !strcmp(setlocale(LC_ALL, NULL), "C"));
  CHECK(!strcmp(localeconv()->decimal_point, "."));
  CHECK(!setlocale(LC_ALL, "xx_XX.none"));
  locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
  CHECK(c && strtod_l("1.5", NULL, c) == 1.5 && uselocale(c) && !strcasecmp("ABC", "abc"));
  uselocale(LC_GLOBAL_LOCALE);
  freelocale(c);
}

static void exit_a(void) { trace('a'); }
static void exit_b(void) { trace('b'); }
static void nested(void) {
  trace('n');
  atexit(exit_b);
}
static void leave(void) {
  atexit(exit_a);
  atexit(nested);
  at_quick_exit(exit_b);
  exit(3);
}
static void leave_quickly(void) {
  at_quick_exit(exit_a);
  at_quick_exit(exit_b);
  atexit(nested);
  quick_exit(4);
}

static void exits(void) {
  int status;
  const char *text = traced_child(leave, &status);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 3);
  CHECK(!strcmp(text, "nbaDL"));
  if (strcmp(text, "nbaDL"))
    printf("exit traced %s\n", text);
  text = traced_child(leave_quickly, &status);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 4);
  CHECK(!strcmp(text, "ba"));
}

static void environment(void) {
  char name[16];
  int found = 0;
  for (int i = 0; i < 300; i++) {
    snprintf(name, sizeof name, "EVERYTHING_%d", i);
    CHECK(setenv(name, "set", 1) == 0);
  }
  for (char **variable = environ; *variable; variable++)
    found += !strncmp(*variable, "EVERYTHING_", 11);
  CHECK(found == 300);
  CHECK(unsetenv("EVERYTHING_7") == 0 && !getenv("EVERYTHING_7") && !strcmp(getenv("EVERYTHING_299"), "set"));
  CHECK(!strcmp(program_invocation_name, argv0) && strstr(argv0, program_invocation_short_name));
}

static void prepare_1(void) { trace('p'); }
static void prepare_2(void) { trace('P'); }
static void parent_1(void) { trace('1'); }
static void parent_2(void) { trace('2'); }
static void child_1(void) { trace('c'); }
static void child_2(void) { trace('C'); }

static void fork_with_handlers(void) {
  if (pthread_atfork(prepare_1, parent_1, child_1) || pthread_atfork(prepare_2, parent_2, child_2))
    _exit(98);
  int gate[2];
  char byte;
  if (pipe(gate))
    _exit(97);
  pid_t child = fork();
  if (child == 0)
    _exit(0);
  close(gate[1]);
  int status;
  (void)!read(gate[0], &byte, 1);
  if (waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0)
    _exit(5);
}

static void forks(void) {
  int status;
  const char *text = traced_child(fork_with_handlers, &status);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 5);
  // Parent and child write at the same time, so each one's letters are checked.
  char parent[8] = "", child[8] = "";
  for (const char *c = text; *c; c++)
    strncat(strchr("cC", *c) ? child : parent, c, 1);
  CHECK(!strcmp(parent, "Pp12") && !strcmp(child, "cC"));
}

static void addresses(void) {
  struct addrinfo hints = {.ai_flags = AI_NUMERICHOST, .ai_family = AF_INET, .ai_socktype = SOCK_STREAM},
                  *list = NULL;
  CHECK(getaddrinfo("127.0.0.1", "80", &hints, &list) == 0 && list);
  struct sockaddr_in *address = list ? (struct sockaddr_in *)list->ai_addr : NULL;
  CHECK(address && address->sin_family == AF_INET && ntohs(address->sin_port) == 80);
  CHECK(address && address->sin_addr.s_addr == htonl(INADDR_LOOPBACK));
  char host[64];
  CHECK(list &&
        getnameinfo(list->ai_addr, list->ai_addrlen, host, sizeof host, NULL, 0, NI_NUMERICHOST) == 0);
  CHECK(!strcmp(host, "127.0.0.1"));
  freeaddrinfo(list);
  CHECK(getaddrinfo("not an address", NULL, &hints, &list) == EAI_NONAME);
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: everything PLUGIN\n");
    return 2;
  }
  argv0 = argv[0];
  plugin = argv[1];
  CHECK(mkdtemp(folder));
  test("constructors", constructors);
  test("stdio", stdio);
  test("threads", threads);
  test("semaphores", semaphores);
  test("files", files);
  test("libraries", libraries);
  test("math", math);
  test("locale", locale);
  test("exits", exits);
  test("environment", environment);
  test("forks", forks);
  test("addresses", addresses);
  static const char *const names[] = {"text", "five", "link", "fifo", "fifo-at", "capture"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    CHECK(unlink(in_folder(names[i])) == 0);
  CHECK(rmdir(folder) == 0);
  if (failures == 0)
    printf("ok everything.c\n");
  return failures != 0;
}
