#include "Switches.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/ArrayRef.h"

using llvm::StringRef;

namespace lambdacc {

template <typename T> struct Choice {
  llvm::StringLiteral value; ///< "" is the default, without the variable
  T meaning;
};

template <typename T>
static llvm::Expected<T> parse(StringRef variable, StringRef value, llvm::ArrayRef<Choice<T>> choices,
                               StringRef meanings) {
  for (const Choice<T> &row : choices)
    if (row.value == value)
      return row.meaning;
  return fail(text("'{}' is not a value of {}", {value, variable}), {meanings.str()});
}

llvm::Expected<Verify> parseVerify(StringRef value) {
  static constexpr Choice<Verify> choices[] = {
      {"", Verify::Error}, {"error", Verify::Error}, {"warn", Verify::Warn}, {"off", Verify::Off}};
  return parse<Verify>("LAMBDA_CC_VERIFY", value, choices,
                       "use 'error' (fail the link), 'warn' (report) or 'off' (skip)");
}

llvm::Expected<FollowCpu> parseFollowCpu(StringRef value) {
  static constexpr Choice<FollowCpu> choices[] = {
      {"", FollowCpu::Auto}, {"auto", FollowCpu::Auto}, {"off", FollowCpu::Off}};
  return parse<FollowCpu>(
      "LAMBDA_CC_CPU", value, choices,
      "use 'auto' (compile for the CPU of rustc) or 'off' (use only the caller's options)");
}

llvm::Expected<Cache> parseCache(StringRef value) {
  static constexpr Choice<Cache> choices[] = {
      {"", Cache::Off},          {"off", Cache::Off},         {"auto", Cache::Auto},
      {"ccache", Cache::Ccache}, {"sccache", Cache::Sccache}, {"distcc", Cache::Distcc},
      {"icecc", Cache::Icecc}};
  return parse<Cache>(
      "LAMBDA_CC_CACHE", value, choices,
      "use 'ccache', 'sccache', 'auto' (the one that is installed), 'distcc', 'icecc' or 'off'");
}

llvm::Expected<Malloc> parseMalloc(StringRef value) {
  static constexpr Choice<Malloc> choices[] = {
      {"", Malloc::Libc}, {"libc", Malloc::Libc}, {"mimalloc", Malloc::Mimalloc}};
  return parse<Malloc>("LAMBDA_CC_MALLOC", value, choices,
                       "use 'mimalloc' (fast with several threads) or 'libc' (that of musl)");
}

llvm::Expected<CargoVariablesAdded> parseCargo(StringRef value) {
  static constexpr Choice<CargoVariablesAdded> choices[] = {{"", CargoVariablesAdded::Auto},
                                                            {"auto", CargoVariablesAdded::Auto},
                                                            {"off", CargoVariablesAdded::Off}};
  return parse<CargoVariablesAdded>(
      "LAMBDA_CC_CARGO", value, choices,
      "use 'auto' (add the variables that crates need) or 'off' (run cargo as it is)");
}

} // namespace lambdacc
