#include "Switches.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/ArrayRef.h"

using llvm::StringRef;

namespace lambdacc {

template <typename T> struct Word {
  llvm::StringLiteral word; ///< "" for what holds without the variable
  T meaning;
};

template <typename T>
static llvm::Expected<T> parse(StringRef variable, StringRef value, llvm::ArrayRef<Word<T>> words,
                               StringRef meanings) {
  for (const Word<T> &row : words)
    if (row.word == value)
      return row.meaning;
  return fail(text("{} is '{}'", {variable, value}), {meanings.str()});
}

llvm::Expected<Verify> parseVerify(StringRef value) {
  static constexpr Word<Verify> words[] = {
      {"", Verify::Error}, {"error", Verify::Error}, {"warn", Verify::Warn}, {"off", Verify::Off}};
  return parse<Verify>(
      "LAMBDA_CC_VERIFY", value, words,
      "error fails the link of what Lambda would reject, warn only says so, off does not look");
}

llvm::Expected<FollowCpu> parseFollowCpu(StringRef value) {
  static constexpr Word<FollowCpu> words[] = {
      {"", FollowCpu::Auto}, {"auto", FollowCpu::Auto}, {"off", FollowCpu::Off}};
  return parse<FollowCpu>(
      "LAMBDA_CC_CPU", value, words,
      "auto compiles for the CPU that rustc was told, off for what the caller says alone");
}

llvm::Expected<Cache> parseCache(StringRef value) {
  static constexpr Word<Cache> words[] = {{"", Cache::Off},
                                          {"off", Cache::Off},
                                          {"auto", Cache::Auto},
                                          {"ccache", Cache::Ccache},
                                          {"sccache", Cache::Sccache}};
  return parse<Cache>(
      "LAMBDA_CC_CACHE", value, words,
      "ccache and sccache keep what is compiled, auto takes the one that is installed, off none");
}

} // namespace lambdacc
