#include "RustFlags.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

using llvm::StringRef;

namespace lambdacc {

std::vector<StringRef> splitRustFlags(StringRef flags, char separator) {
  llvm::SmallVector<StringRef> args;
  flags.split(args, separator, /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  return {args.begin(), args.end()};
}

// rustc's options that take their value from the next argument (rustc_session's config.rs, 1.91). That value
// is not an option, even if it looks like one.
static constexpr StringRef letters = "ACDFLWZlo";
static constexpr StringRef longNames[] = {
    "allow",      "cap-lints",
    "cfg",        "check-cfg",
    "codegen",    "color",
    "crate-name", "crate-type",
    "deny",       "diagnostic-width",
    "edition",    "emit",
    "env-set",    "error-format",
    "explain",    "extern",
    "forbid",     "force-warn",
    "json",       "out-dir",
    "print",      "remap-path-prefix",
    "sysroot",    "target",
    "unpretty",   "warn",
};

static CodegenOption codegenOption(StringRef written) {
  auto [spelled, value] = written.split('=');
  std::string name = spelled.str(); // rustc takes both - and _
  std::replace(name.begin(), name.end(), '_', '-');
  return {std::move(name), value.str()};
}

std::vector<CodegenOption> codegenOptions(llvm::ArrayRef<StringRef> args) {
  std::vector<CodegenOption> options;
  for (size_t i = 0; i < args.size(); ++i) {
    StringRef arg = args[i];
    if (arg == "--") // what follows are files
      break;
    auto value = [&](StringRef joined) {
      return !joined.empty() ? joined : i + 1 < args.size() ? args[++i] : StringRef();
    };
    if (arg.consume_front("--")) {
      auto [name, joined] = arg.split('=');
      bool isJoined = name.size() != arg.size();
      StringRef setting = !isJoined && llvm::is_contained(longNames, name) ? value("") : joined;
      if (name == "codegen" && !setting.empty())
        options.push_back(codegenOption(setting));
    } else if (arg.consume_front("-")) {
      arg = arg.drop_while([](char c) { return !letters.contains(c); }); // letters without values: -gO
      bool isCodegen = arg.consume_front("C");
      StringRef setting = isCodegen ? value(arg) : arg.empty() ? "" : value(arg.drop_front());
      if (isCodegen && !setting.empty())
        options.push_back(codegenOption(setting));
    }
  }
  return options;
}

RustCpu cpuIn(llvm::ArrayRef<CodegenOption> options, StringRef variable) {
  RustCpu cpu;
  cpu.variable = variable;
  for (const CodegenOption &option : options)
    if (option.name == "target-cpu")
      cpu.name = option.value;
    else if (option.name == "target-feature")
      for (StringRef feature : llvm::split(option.value, ','))
        if (feature.starts_with("+") || feature.starts_with("-"))
          cpu.features.push_back(feature.str());
  return cpu;
}

RustCpu parseRustFlags(StringRef encoded, StringRef plain) {
  if (encoded.empty())
    return cpuIn(codegenOptions(splitRustFlags(plain)), "RUSTFLAGS");
  // cargo sets the encoded variable from either, and does not record which.
  return cpuIn(codegenOptions(splitRustFlags(encoded, unitSeparator)), "RUSTFLAGS or cargo's config");
}

} // namespace lambdacc
