#include "RustFlags.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/SmallVector.h"
#include <algorithm>

using llvm::StringRef;

namespace lambdacc {

// One value of -C or --codegen: target-cpu=haswell.
static void readCodegen(StringRef option, RustCpu &cpu) {
  auto [spelled, value] = option.split('=');
  std::string name = spelled.str(); // rustc takes both - and _
  std::replace(name.begin(), name.end(), '_', '-');
  if (name == "target-cpu") {
    cpu.name = value.str();
  } else if (name == "target-feature") {
    llvm::SmallVector<StringRef> features;
    value.split(features, ',', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
    for (StringRef feature : features)
      if (feature.starts_with("+") || feature.starts_with("-"))
        cpu.features.push_back(feature.str());
  }
}

RustCpu parseRustFlags(StringRef encoded, StringRef plain) {
  RustCpu cpu;
  cpu.variable = encoded.empty() ? "RUSTFLAGS" : "CARGO_ENCODED_RUSTFLAGS";
  constexpr char unitSeparator = 0x1f;
  llvm::SmallVector<StringRef> words;
  (encoded.empty() ? plain : encoded)
      .split(words, encoded.empty() ? ' ' : unitSeparator, /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (size_t i = 0; i < words.size(); ++i) {
    StringRef word = words[i];
    if ((word == "-C" || word == "--codegen") && i + 1 < words.size())
      readCodegen(words[++i], cpu);
    else if (word.consume_front("-C") || word.consume_front("--codegen="))
      readCodegen(word, cpu);
  }
  return cpu;
}

llvm::Error checkCpuSetting(StringRef setting) {
  if (setting.empty() || setting == "auto" || setting == "off")
    return llvm::Error::success();
  return fail(text("LAMBDA_CC_CPU is '{}'", {setting}),
              {"auto compiles for the CPU that rustc was told, off for what the caller says alone"});
}

} // namespace lambdacc
