#include "CargoArguments.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace lambdacc {

// cargo accepts --config before and after its subcommand, and -C only before it (cargo 1.95). All behind --
// is for the program that is run.
CargoArguments parseCargoArguments(llvm::ArrayRef<const char *> argv) {
  CargoArguments arguments;
  auto next = [&](size_t &i) -> StringRef { return i + 1 < argv.size() ? argv[++i] : ""; };
  for (size_t i = 0; i < argv.size(); ++i) {
    StringRef arg = argv[i];
    bool isBefore = arguments.subcommand.empty();
    bool isBeforeLambdas = arguments.subcommand == "lambda" && arguments.lambdaCommand.empty();
    if (arg == "--")
      break;
    if (arg == "--config")
      arguments.configs.push_back(next(i));
    else if (arg.consume_front("--config="))
      arguments.configs.push_back(arg);
    else if (arg == "--compiler")
      arguments.compiler = next(i);
    else if (arg.consume_front("--compiler="))
      arguments.compiler = arg;
    else if (isBefore && arg == "-C")
      arguments.folder = next(i);
    else if (isBefore && arg.consume_front("-C"))
      arguments.folder = arg;
    else if ((isBefore && llvm::is_contained({"--color", "-Z", "--explain"}, arg)) ||
             (isBeforeLambdas && llvm::is_contained({"--color", "--context", "--global", "-x"}, arg)))
      (void)next(i);
    else if (isBefore && !arg.starts_with("-") && !arg.starts_with("+")) // +nightly is rustup's
      arguments.subcommand = arg;
    else if (isBeforeLambdas && !arg.starts_with("-"))
      arguments.lambdaCommand = arg;
  }
  return arguments;
}

// cargo-zigbuild 0.24 sets the linker, the compilers and the toolchain file that are not set yet.
// cargo-lambda 1.9 does the same for its build, unless its compiler is cargo. Its watch, or start, is a plain
// `cargo run`. It runs the real cargo, so ours can't add variables later.
std::string ownToolchainOf(const CargoArguments &arguments, StringRef compiler) {
  if (arguments.subcommand.starts_with("zig"))
    return text("cargo {} brings its own toolchain", {arguments.subcommand});
  if (arguments.subcommand != "lambda" || llvm::is_contained({"watch", "start"}, arguments.lambdaCommand))
    return "";
  StringRef chosen = arguments.compiler.empty() ? compiler : arguments.compiler;
  return chosen == "cargo" ? ""
                           : "cargo lambda brings its own toolchain, unless CARGO_LAMBDA_COMPILER is cargo";
}

} // namespace lambdacc
