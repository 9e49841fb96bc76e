// The tools on Windows. Not every file system there has links, and neither a zip nor a wheel does. So each
// tool is a copy of this small program: cc.exe runs `lambda-cc.exe as cc` with the rest of its own command
// line.
//
// It needs kernel32.dll alone: a C runtime would be ten times its size, and each tool has a copy.
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace {

constexpr DWORD mostChars = 32768; // of a path and of a command line, with its end

// A text in a buffer of a fixed size. A text that does not fit is `isCut`.
struct Text {
  wchar_t *chars = static_cast<wchar_t *>(HeapAlloc(GetProcessHeap(), 0, mostChars * sizeof(wchar_t)));
  DWORD size = 0;
  bool isCut = false;

  void add(wchar_t c) {
    if (size + 1 < mostChars)
      chars[size++] = c;
    else
      isCut = true;
    chars[size] = 0;
  }
  void add(const wchar_t *text) {
    while (*text)
      add(*text++);
  }
  void cut(DWORD newSize) { chars[size = newSize] = 0; }
};

} // namespace

// The tools' names are lower case. A caller may write CC.EXE.
static wchar_t lower(wchar_t c) { return c >= L'A' && c <= L'Z' ? c - L'A' + L'a' : c; }

static bool endsWith(const Text &text, const wchar_t *end) {
  DWORD length = lstrlenW(end);
  if (text.size < length)
    return false;
  for (DWORD i = 0; i < length; ++i)
    if (lower(text.chars[text.size - length + i]) != end[i])
      return false;
  return true;
}

// The length of a path without its last part.
static DWORD lengthOfFolder(const Text &path) {
  DWORD end = path.size;
  while (end && path.chars[end - 1] != L'\\')
    --end;
  return end ? end - 1 : 0;
}

// The arguments, with the space before them, as the caller wrote them. The program's name comes first:
// it ends at the next quote or at white space, and has no escapes.
static const wchar_t *argumentsIn(const wchar_t *line) {
  bool isQuoted = false;
  for (; *line && (isQuoted || (*line != L' ' && *line != L'\t')); ++line)
    if (*line == L'"')
      isQuoted = !isQuoted;
  return line;
}

// Reads the path of lambda-cc.exe from the file lambda-cc.path, which `lambda-cc install` makes. It is
// UTF-16.
static bool readPathFile(Text &path) {
  HANDLE file = CreateFileW(path.chars, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
                            OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE)
    return false;
  DWORD bytes = 0;
  bool isRead = ReadFile(file, path.chars, (mostChars - 1) * sizeof(wchar_t), &bytes, nullptr);
  CloseHandle(file);
  path.cut(bytes / sizeof(wchar_t));
  return isRead && path.size;
}

// Replaces the path of this program's folder by that of lambda-cc.exe.
static void replaceByLambdaCc(Text &path) {
  DWORD folder = path.size;
  path.add(L"\\lambda-cc.path");
  Text named;
  named.add(path.chars);
  if (readPathFile(named)) {
    path = named;
    return;
  }
  path.cut(folder);
  if (!endsWith(path, L"\\libexec\\lambda-cc\\drop-in")) {
    path.add(L"\\lambda-cc.exe");
    return;
  }
  for (int i = 0; i < 3; ++i) // Windows does not resolve ".." in a path that begins with "\\?\"
    path.cut(lengthOfFolder(path));
  DWORD prefix = path.size;
  path.add(L"\\Scripts\\lambda-cc.exe"); // pip's name of bin
  if (GetFileAttributesW(path.chars) != INVALID_FILE_ATTRIBUTES)
    return;
  path.cut(prefix);
  path.add(L"\\bin\\lambda-cc.exe");
}

static void print(const Text &text) {
  HANDLE err = GetStdHandle(STD_ERROR_HANDLE);
  DWORD done = 0;
  if (DWORD mode = 0; GetConsoleMode(err, &mode)) {
    WriteConsoleW(err, text.chars, text.size, &done, nullptr);
    return;
  }
  int most = static_cast<int>(3 * text.size);
  char *bytes = static_cast<char *>(HeapAlloc(GetProcessHeap(), 0, most + 1));
  int size =
      WideCharToMultiByte(CP_UTF8, 0, text.chars, static_cast<int>(text.size), bytes, most, nullptr, nullptr);
  WriteFile(err, bytes, size, &done, nullptr);
}

[[noreturn]] static void fail(const Text &name, const wchar_t *headline, const wchar_t *label,
                              const wchar_t *value, const wchar_t *advice) {
  Text message;
  const wchar_t *parts[] = {name.chars, L": error: ", headline, L"\n>>> ", label,
                            value,      L"\n>>> ",    advice,   L"\n"};
  for (const wchar_t *part : parts)
    message.add(part);
  print(message);
  ExitProcess(1);
}

// The console sends Ctrl-C to lambda-cc.exe, too, which ends by it. This program waits for its status.
static BOOL WINAPI ignore(DWORD) { return TRUE; }

static void limit(HANDLE job, DWORD flags) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits;
  volatile char *bytes = reinterpret_cast<volatile char *>(&limits);
  for (unsigned i = 0; i < sizeof limits; ++i)
    bytes[i] = 0;
  limits.BasicLimitInformation.LimitFlags = flags;
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
}

// If this program is ended, as cargo does at an error, lambda-cc.exe ends with it, and so does what that
// runs.
static HANDLE endWithThisProgram(HANDLE process) {
  HANDLE job = CreateJobObjectW(nullptr, nullptr);
  limit(job, JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE);
  AssignProcessToJobObject(job, process);
  return job;
}

extern "C" [[noreturn]] void start() {
  Text program; // the whole path of lambda-cc.exe
  program.size = GetModuleFileNameW(nullptr, program.chars, mostChars);
  if (endsWith(program, L".exe"))
    program.cut(program.size - 4);
  Text tool;
  for (DWORD i = lengthOfFolder(program) + 1; i < program.size; ++i)
    tool.add(lower(program.chars[i]));

  program.cut(lengthOfFolder(program));
  replaceByLambdaCc(program);

  // The drop-in folder has a lambda-cc.exe, too, for users who have only that folder on PATH.
  bool isOurselves = tool.size == 9 && endsWith(tool, L"lambda-cc");
  Text line;
  line.add(L'"');
  line.add(program.chars);
  line.add(L'"');
  if (!isOurselves) {
    line.add(L" as ");
    line.add(tool.chars);
  }
  line.add(argumentsIn(GetCommandLineW()));
  if (line.isCut)
    fail(tool, L"the command line is too long", L"Windows allows 32767 characters, with those of ",
         program.chars, L"put the arguments into a file, and pass @file");

  SetConsoleCtrlHandler(ignore, TRUE);
  STARTUPINFOW startup;
  GetStartupInfoW(&startup); // with the standard streams
  PROCESS_INFORMATION process;
  if (!CreateProcessW(program.chars, line.chars, nullptr, nullptr, /*bInheritHandles=*/TRUE, CREATE_SUSPENDED,
                      nullptr, nullptr, &startup, &process)) {
    if (GetLastError() == ERROR_FILE_NOT_FOUND || GetLastError() == ERROR_PATH_NOT_FOUND)
      fail(tool, L"lambda-cc.exe is missing", L"looked for ", program.chars,
           L"unpack the whole package, and leave its folders as they are");
    fail(tool, L"Windows does not start lambda-cc.exe", L"it is ", program.chars,
         L"an antivirus or a policy may block it");
  }
  HANDLE job = endWithThisProgram(process.hProcess);
  ResumeThread(process.hThread);
  WaitForSingleObject(process.hProcess, INFINITE);
  limit(job, 0); // what a compiler left running goes on: the server of a cache
  DWORD status = 1;
  GetExitCodeProcess(process.hProcess, &status);
  ExitProcess(status);
}
