// Two programs of Windows for the golden tests by wine; tool.py describes them.
//
// as-windows.exe PROGRAM ARGUMENT...: runs the program with the variables that a machine with Windows would have. wine has its own PATH, its own
// profile and its own variables in the environment.
//
// NAME.exe beside NAME: runs NAME, a script of a test, by sh. wine can start a program of Linux, but not wait for it, and gives it the standard
// error of the first program. So sh writes the script's status and its errors into files.
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <wchar.h>

enum { mostChars = 32768 };

static void fail(const wchar_t *what) {
  fwprintf(stderr, L"stand_in: %ls: error %lu\n", what, GetLastError());
  ExitProcess(120);
}

static DWORD run(const wchar_t *program, wchar_t *line, HANDLE *process) {
  STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES};
  startup.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
  startup.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
  startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
  PROCESS_INFORMATION info = {0};
  if (!CreateProcessW(program, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &info))
    fail(program ? program : line);
  *process = info.hProcess;
  return 0;
}

// The rest of a command line after the program's name, as the caller wrote it.
static wchar_t *arguments(wchar_t *line) {
  BOOL quoted = FALSE;
  for (; *line && (quoted || *line != L' '); ++line)
    if (*line == L'"')
      quoted = !quoted;
  while (*line == L' ')
    ++line;
  return line;
}

// Moves the value of a variable to another name. Without `from` the other does not exist, either.
static void move(const wchar_t *from, const wchar_t *to) {
  static wchar_t value[mostChars];
  SetLastError(0);
  BOOL is_set = GetEnvironmentVariableW(from, value, mostChars) || GetLastError() == 0;
  SetEnvironmentVariableW(to, is_set ? value : NULL);
  SetEnvironmentVariableW(from, NULL);
}

static int as_windows(wchar_t *line) {
  move(L"LIT_PATH", L"PATH");
  move(L"LIT_HOME", L"USERPROFILE");
  move(L"LIT_TMP", L"TMP");
  SetEnvironmentVariableW(L"TEMP", NULL);
  HANDLE process;
  run(NULL, line, &process);
  WaitForSingleObject(process, INFINITE);
  DWORD status = 121;
  GetExitCodeProcess(process, &status);
  return (int)status;
}

// Z:\a;Z:\b becomes /a:/b.
static void as_unix(wchar_t *text) {
  wchar_t *out = text;
  for (wchar_t *in = text; *in; ++in) {
    if ((in[0] == L'Z' || in[0] == L'z') && in[1] == L':' && (in == text || in[-1] == L';'))
      ++in; // and the colon
    else
      *out++ = *in == L'\\' ? L'/' : *in == L';' ? L':' : *in;
  }
  *out = 0;
}

static void set_unix(const wchar_t *from, const wchar_t *to) {
  static wchar_t value[mostChars];
  value[0] = 0;
  GetEnvironmentVariableW(from, value, mostChars);
  as_unix(value);
  SetEnvironmentVariableW(to, value);
}

// A file, and its name for sh in a variable.
static void make_file(wchar_t *file, const wchar_t *variable) {
  wchar_t folder[MAX_PATH];
  GetTempPathW(MAX_PATH, folder);
  if (!GetTempFileNameW(folder, L"run", 0, file))
    fail(folder);
  SetEnvironmentVariableW(variable, file);
  set_unix(variable, variable);
}

static void print_errors(const wchar_t *path) {
  static char buffer[1 << 16];
  FILE *file = _wfopen(path, L"rb");
  size_t length;
  DWORD written;
  while (file && (length = fread(buffer, 1, sizeof buffer, file)) != 0)
    WriteFile(GetStdHandle(STD_ERROR_HANDLE), buffer, (DWORD)length, &written, NULL);
  if (file)
    fclose(file);
}

static int stand_in(wchar_t *script, wchar_t *rest) {
  wchar_t status_file[MAX_PATH], errors_file[MAX_PATH];
  make_file(status_file, L"LIT_STATUS");
  make_file(errors_file, L"LIT_ERRORS");
  set_unix(L"PATH", L"LIT_UNIX_PATH");
  set_unix(L"USERPROFILE", L"LIT_UNIX_HOME");
  as_unix(script);
  static wchar_t line[2 * mostChars];
  // wine splits this line as a program of Windows would. sh gets the script and its arguments as its own.
  _snwprintf(line, 2 * mostChars,
             L"sh -c \"exec 2>$LIT_ERRORS; PATH=$LIT_UNIX_PATH HOME=$LIT_UNIX_HOME; export PATH HOME; unset LIT_UNIX_PATH LIT_UNIX_HOME; "
             L"'%ls' \\\"$@\\\"; echo $? >$LIT_STATUS\" sh %ls", script, rest);
  HANDLE process;
  run(L"Z:\\bin\\sh", line, &process);
  for (;;) {
    Sleep(2);
    FILE *file = _wfopen(status_file, L"r");
    int status = 0;
    int is_read = file && fscanf(file, "%d", &status) == 1 && fgetc(file) == '\n';
    if (file)
      fclose(file);
    if (is_read) {
      print_errors(errors_file);
      DeleteFileW(status_file);
      DeleteFileW(errors_file);
      return status;
    }
  }
}

int wmain(void) {
  static wchar_t program[mostChars];
  DWORD size = GetModuleFileNameW(NULL, program, mostChars);
  wchar_t *rest = arguments(GetCommandLineW());
  const wchar_t *name = wcsrchr(program, L'\\');
  if (name && !_wcsicmp(name + 1, L"as-windows.exe"))
    return as_windows(rest);
  program[size - 4] = 0; // without .exe
  return stand_in(program, rest);
}
