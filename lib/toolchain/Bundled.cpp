#include "Bundled.h"
#include "Failure.h"
#include "PathSearch.h"
#include "Sysroot.h"
#include "System.h"
#include "Text.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

StringRef sysrootsDigest() { return LAMBDA_CC_SYSROOTS_DIGEST; }

bool isLlvmDriver(StringRef file) { return programName(file) == "llvm"; }

// The version of LLVM in the lines of made-of, or "".
static StringRef versionIn(const SysrootRecord &record) {
  for (StringRef source : record.sources)
    if (source.consume_front("llvm "))
      return source;
  return "";
}

// An archive that was not unpacked to its end, or a file that was removed since.
static llvm::Error incomplete(StringRef why) {
  return fail("the LLVM of this lambda-cc is incomplete", {why.str(), cureForSysroot.str()});
}

static std::string isMissing(StringRef file) { return text("{} does not exist", {file}); }

llvm::Expected<std::optional<Bundled>> findBundled(const Places &places) {
  if (places.executable.empty())
    return std::nullopt;
  SmallString<256> folder =
      joinPath(path::parent_path(path::parent_path(places.executable)), {"libexec", "lambda-cc", "llvm"});
  if (!places.fs.exists(folder))
    return std::nullopt;

  SmallString<256> madeOf = joinPath(folder, {"made-of"});
  std::optional<SysrootRecord> record = recordOf(folder, places.fs);
  if (!record)
    return incomplete(isMissing(madeOf));
  Bundled found{std::string(folder), std::string(programIn(joinPath(folder, {"bin"}), "llvm", places)),
                versionIn(*record).str()};
  if (StringRef version = found.version; version.consumeInteger(10, found.major))
    return incomplete(text("{} has no line 'llvm'", {madeOf}));
  if (record->scripts.empty())
    return incomplete(text("{} has no line 'sysroots'", {madeOf}));
  if (!isProgram(found.program, places.fs)) {
    std::vector<std::string> why = whyNoneExecuted(places, found.program);
    return incomplete(why.empty() ? isMissing(found.program) : why.front());
  }
  SmallString<256> header =
      joinPath(folder, {"lib", "clang", std::to_string(found.major), "include", "stddef.h"});
  if (!places.fs.exists(header))
    return incomplete(isMissing(header));
  if (record->scripts != sysrootsDigest())
    return fail("the LLVM of this lambda-cc was made for another lambda-cc",
                {text("{} goes with the sysroots {}, and this lambda-cc with {}",
                      {madeOf, record->scripts, sysrootsDigest()}),
                 cureForSysroot.str()});
  return found;
}

Program clangForCache(const Program &clang, StringRef resourceDir, llvm::vfs::FileSystem &fs) {
  SmallString<256> named =
      joinPath(path::parent_path(clang.path), {("clang-" + path::filename(resourceDir)).str()});
  return isProgram(named, fs) ? Program{std::string(named)} : clang;
}

} // namespace lambdacc
