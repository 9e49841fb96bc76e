#include "Main.h"
#include "llvm/Support/Windows/WindowsSupport.h"
#include <fcntl.h>
#include <io.h>
#include <shellapi.h>
#include <string>
#include <vector>

// Of a character that UTF-16 has in two halves, a half alone is replaced by U+FFFD.
static std::string asUtf8(const wchar_t *text) {
  int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
  std::string bytes(size, '\0');
  WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes.data(), size, nullptr, nullptr);
  bytes.resize(size ? size - 1 : 0);
  return bytes;
}

static std::vector<char *> pointersTo(std::vector<std::string> &texts) {
  std::vector<char *> pointers;
  for (std::string &text : texts)
    pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The arguments of main() are in the code page of the machine, which does not have all characters, and mingw
// may replace an argument with * by the files that match.
int main() {
  for (int file : {0, 1, 2})
    _setmode(file, _O_BINARY); // as on other hosts, a line ends with \n
  int argc = 0;
  wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &argc);
  std::vector<std::string> args(argc), variables;
  for (int i = 0; i < argc; ++i)
    args[i] = asUtf8(wide[i]);
  // Windows keeps the current folder of each drive in variables such as =C:, which no program sets.
  wchar_t *all = GetEnvironmentStringsW();
  for (const wchar_t *variable = all; *variable; variable += wcslen(variable) + 1)
    if (*variable != L'=')
      variables.push_back(asUtf8(variable));
  return lambdacc::run(argc, pointersTo(args).data(), pointersTo(variables).data());
}
