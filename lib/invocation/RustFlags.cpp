#include "RustFlags.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

using llvm::StringRef;

namespace lambdacc {

std::vector<StringRef> wordsOfRustFlags(StringRef flags, char separator) {
  llvm::SmallVector<StringRef> words;
  flags.split(words, separator, /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  return {words.begin(), words.end()};
}

// Those of rustc's options that take their value from the next word (rustc_session's config.rs, 1.91). What
// stands there is no option, whatever it looks like.
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

std::vector<CodegenOption> codegenOptions(llvm::ArrayRef<StringRef> words) {
  std::vector<CodegenOption> options;
  for (size_t i = 0; i < words.size(); ++i) {
    StringRef word = words[i];
    if (word == "--") // what follows are files
      break;
    auto value = [&](StringRef joined) {
      return !joined.empty() ? joined : i + 1 < words.size() ? words[++i] : StringRef();
    };
    if (word.consume_front("--")) {
      auto [name, joined] = word.split('=');
      bool isJoined = name.size() != word.size();
      StringRef said = !isJoined && llvm::is_contained(longNames, name) ? value("") : joined;
      if (name == "codegen" && !said.empty())
        options.push_back(codegenOption(said));
    } else if (word.consume_front("-")) {
      word = word.drop_while([](char c) { return !letters.contains(c); }); // letters without values: -gO
      bool isCodegen = word.consume_front("C");
      StringRef said = isCodegen ? value(word) : word.empty() ? "" : value(word.drop_front());
      if (isCodegen && !said.empty())
        options.push_back(codegenOption(said));
    }
  }
  return options;
}

RustCpu parseRustFlags(StringRef encoded, StringRef plain) {
  RustCpu cpu;
  cpu.variable = encoded.empty() ? "RUSTFLAGS" : "CARGO_ENCODED_RUSTFLAGS";
  for (const CodegenOption &option :
       codegenOptions(encoded.empty() ? wordsOfRustFlags(plain) : wordsOfRustFlags(encoded, unitSeparator)))
    if (option.name == "target-cpu")
      cpu.name = option.value;
    else if (option.name == "target-feature")
      for (StringRef feature : llvm::split(option.value, ','))
        if (feature.starts_with("+") || feature.starts_with("-"))
          cpu.features.push_back(feature.str());
  return cpu;
}

} // namespace lambdacc
