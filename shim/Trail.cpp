#include "Trail.h"
#include "Failure.h"
#include "Signals.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

// The entry of a program in LAMBDA_CC_TRIED. `zig clang` and `zig ar` are different programs. For assembly
// clang runs our as, which runs clang again; that clang assembles by itself, so this is not a loop.
static std::string nameOf(const Session &session, const Program &program) {
  std::string name = program.path;
  for (StringRef arg : program.prefix)
    name += (" " + arg).str();
  return session.prog.ends_with("-as") ? name + " as" : name;
}

static llvm::Error runsUs(StringRef program, std::string evidence) {
  return fail(text("'{}' and lambda-cc run each other", {program}),
              {std::move(evidence), "make it run the real program by path",
               "or remove it from PATH, or from the variable that names it"});
}

llvm::Error passOnTrail(const Session &session, Command &command) {
  std::string name = nameOf(session, command.program);
  std::vector<std::string> tried = splitFolders(session.tried);
  if (llvm::is_contained(tried, name))
    return runsUs(command.program.path, "this call has run " + llvm::join(tried, ", then "));
  if (!countRun())
    return runsUs(command.program.path,
                  text("this call has run lambda-cc {} times, and LAMBDA_CC_TRIED was unset",
                       {std::to_string(mostRuns)}));
  tried.push_back(name);
  command.set.push_back({"LAMBDA_CC_TRIED", joinFolders(tried)});
  return llvm::Error::success();
}

//===- cargo ----------------------------------------------------------------===//

CargoTrail parseCargoTrail(StringRef value) {
  CargoTrail trail;
  auto [number, tried] = value.split(':');
  if (number.getAsInteger(10, trail.repetitions))
    return {};
  trail.tried = tried.str();
  return trail;
}

// cargo in a build script of cargo, and that again, is a repetition each time, but nobody goes so deep.
llvm::Expected<std::string> passOnCargoTrail(CargoTrail trail, const NextCargo &cargo) {
  constexpr unsigned mostRepetitions = 16;
  if (cargo.isRepeated && ++trail.repetitions > mostRepetitions)
    return runsUs(cargo.program,
                  text("this call has run {} {} times", {llvm::join(splitFolders(trail.tried), ", then "),
                                                         std::to_string(trail.repetitions)}));
  std::string tried =
      cargo.isRepeated || trail.tried.empty() ? cargo.program : joinFolders({trail.tried, cargo.program});
  return text("{}:{}", {std::to_string(trail.repetitions), tried});
}

} // namespace lambdacc
