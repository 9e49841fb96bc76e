#include "UnsetVariables.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

namespace {
/// Which of the names that a rival stands for count.
enum class Form {
  One,
  Four, ///< NAME_<triple>, NAME_<triple with underscores>, TARGET_NAME and NAME
};

/// A name that keeps us from adding a variable. <t> is the triple, <u> the same with underscores, <T> that in
/// capitals.
struct Rival {
  llvm::StringLiteral variable; ///< "" for each variable
  llvm::StringLiteral name;     ///< a variable, or a key of cargo's configuration
  Form form = Form::One;
  bool onlyIfForeign = false; ///< its value is a program, which counts only if it is not ours
};
} // namespace

// clang-format off
static constexpr Rival rivals[] = {
    // cc 1.11, src/lib.rs: getenv_with_target_prefixes()
    {"CC_<u>", "CC", Form::Four},
    {"CXX_<u>", "CXX", Form::Four},
    {"AR_<u>", "AR", Form::Four},
    {"RANLIB_<u>", "RANLIB", Form::Four},
    // pkg-config 0.3.34, src/lib.rs: targeted_env_var(). With one of the last two, target_supported() lets it run
    // the host's pkg-config, which a person has prepared.
    {"PKG_CONFIG_<u>", "PKG_CONFIG", Form::Four},
    {"PKG_CONFIG_<u>", "PKG_CONFIG_ALLOW_CROSS", Form::Four},
    {"PKG_CONFIG_<u>", "PKG_CONFIG_SYSROOT_DIR", Form::Four},
    // cmake 0.1.58, src/lib.rs: getenv_target_os(). With a toolchain file it passes no compiler to CMake, so one
    // that is set for cc-rs would have no effect.
    {"CMAKE_TOOLCHAIN_FILE_<u>", "CMAKE_TOOLCHAIN_FILE", Form::Four},
    {"CMAKE_TOOLCHAIN_FILE_<u>", "CC", Form::Four, true},
    {"CMAKE_TOOLCHAIN_FILE_<u>", "CXX", Form::Four, true},
    // bindgen 0.73.2, lib.rs: get_target_dependent_env_var()
    {"BINDGEN_EXTRA_CLANG_ARGS_<u>", "BINDGEN_EXTRA_CLANG_ARGS_<t>"},
    {"BINDGEN_EXTRA_CLANG_ARGS_<u>", "BINDGEN_EXTRA_CLANG_ARGS_<u>"},
    {"BINDGEN_EXTRA_CLANG_ARGS_<u>", "BINDGEN_EXTRA_CLANG_ARGS"},
    // openssl-sys 0.9.118, build/main.rs: env(). Only a vendored build reads it. OPENSSL_DIR and
    // OPENSSL_NO_VENDOR end in another build, whatever this is.
    {"<T>_OPENSSL_CONFIG_DIR", "<T>_OPENSSL_CONFIG_DIR"},
    {"<T>_OPENSSL_CONFIG_DIR", "OPENSSL_CONFIG_DIR"},
    // find_normal(): a folder of headers or archives alone is completed from this one.
    {"<T>_OPENSSL_DIR", "<T>_OPENSSL_DIR"},
    {"<T>_OPENSSL_DIR", "OPENSSL_DIR"},
    {"<T>_OPENSSL_DIR", "<T>_OPENSSL_LIB_DIR"},
    {"<T>_OPENSSL_DIR", "OPENSSL_LIB_DIR"},
    {"<T>_OPENSSL_DIR", "<T>_OPENSSL_INCLUDE_DIR"},
    {"<T>_OPENSSL_DIR", "OPENSSL_INCLUDE_DIR"},
    // cargo 1.95: a variable beats the key of the same name.
    {"CARGO_TARGET_<T>_RUNNER", "CARGO_TARGET_<T>_RUNNER"},
    {"CARGO_TARGET_<T>_RUNNER", "target.<t>.runner"},
    // cargo 1.95, env_args() and rustflags_from_target(): flags of a target replace those of build.rustflags, and
    // the first two variables replace both.
    {"CARGO_TARGET_<T>_RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"},
    {"CARGO_TARGET_<T>_RUSTFLAGS", "RUSTFLAGS"},
    {"CARGO_TARGET_<T>_RUSTFLAGS", "CARGO_TARGET_<T>_RUSTFLAGS"},
    {"CARGO_TARGET_<T>_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"},
    {"CARGO_TARGET_<T>_RUSTFLAGS", "target.<t>.rustflags"},
    {"CARGO_TARGET_<T>_RUSTFLAGS", "build.rustflags"},
    // Another toolchain builds this target.
    {"", "CARGO_TARGET_<T>_LINKER", Form::One, true},
    {"", "target.<t>.linker", Form::One, true},
};
// clang-format on

static std::string expand(StringRef pattern, const Target &target) {
  std::string spelled = underscored(target.triple);
  std::string name = pattern.str();
  for (const auto &[mark, value] : {std::pair<StringRef, std::string>("<t>", target.triple.str()),
                                    {"<u>", spelled},
                                    {"<T>", StringRef(spelled).upper()}})
    if (size_t at = name.find(mark.data()); at != std::string::npos)
      name.replace(at, mark.size(), value);
  return name;
}

// Whether `value` names a program of another toolchain. lld, mold and wild are only linkers: what is compiled
// for them is ours.
static bool isForeign(StringRef value, llvm::function_ref<bool(StringRef program)> isOurs) {
  bool hasWord = false;
  for (StringRef word : llvm::split(value, ' ')) {
    StringRef name = llvm::sys::path::filename(word);
    if (isOurs(word) || name.contains("lld") || name.contains("mold") || name.contains("wild"))
      return false;
    hasWord |= !word.empty();
  }
  return hasWord && !isOurs(value); // a path with a space
}

// Why `variable` is not added, or "".
static std::string whyNotAdded(const Variable &variable, const Target &target, llvm::ArrayRef<SetName> set,
                               llvm::function_ref<bool(StringRef program)> isOurs) {
  for (const Rival &rival : rivals) {
    if (!rival.variable.empty() && expand(rival.variable, target) != variable.name)
      continue;
    std::vector<std::string> names = {expand(rival.name, target)};
    if (rival.form == Form::Four)
      names = namesInCcRs(rival.name, target.triple);
    for (const SetName &each : set)
      if (llvm::is_contained(names, each.name) && (!rival.onlyIfForeign || isForeign(each.value, isOurs)))
        return rival.onlyIfForeign
                   ? text("{} names '{}', which is not ours, in {}", {each.name, each.value, each.where})
                   : text("{} is set in {}", {each.name, each.where});
  }
  return "";
}

Additions additionsFor(const Target &target, llvm::ArrayRef<Variable> variables, llvm::ArrayRef<SetName> set,
                       llvm::function_ref<bool(StringRef program)> isOurs) {
  Additions additions;
  for (const Variable &variable : variables) {
    if (llvm::none_of(rivals, [&](const Rival &rival) {
          return !rival.variable.empty() && expand(rival.variable, target) == variable.name;
        }))
      continue; // PATH has it
    if (std::string why = whyNotAdded(variable, target, set, isOurs); why.empty())
      additions.added.push_back(variable);
    else
      additions.leftOut.push_back({variable, std::move(why)});
  }
  return additions;
}

} // namespace lambdacc
