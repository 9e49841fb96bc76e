//===- Plan.h - What will be run, and how it differs from what was asked ----===//
//
// A plan is a pure function of what the caller asked, for which target, and of what was found on the disk
// before. Its notes and its command are all that -### prints.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_PLAN_H
#define LAMBDA_CC_PLAN_PLAN_H

#include "CcInvocation.h"
#include "LdInvocation.h"
#include "LinkRequest.h"
#include "Needs.h"
#include "Note.h"
#include "RustFlags.h"
#include "Target.h"
#include "Toolchain.h"
#include "llvm/Support/Error.h"
#include <string>
#include <utility>
#include <vector>

namespace lambdacc {

/// A process to become.
struct Command {
  Program program;
  std::vector<std::string> args;                        ///< after the program and its prefix
  std::vector<std::string> unset;                       ///< variables that it does not get
  std::vector<std::pair<std::string, std::string>> set; ///< variables that it gets
  /// Prepended to `args` where our standard error is a terminal, because the command sees a pipe.
  std::vector<std::string> onTerminal = {};

  /// The whole command line, as execve has it.
  std::vector<std::string> argv() const;
};

struct Plan {
  Command command;
  /// Of a link whose command is the linker's. Where clang's driver links, it runs our ld, whose plan has it.
  std::optional<LinkRequest> link = {};
  std::string answer = {}; ///< what is printed on standard output, with no process at all, if it is not ""
  std::vector<Note> notes;

  void add(std::string arg) { command.args.push_back(std::move(arg)); }
  void note(Note::Change change, llvm::Twine what, llvm::StringRef why) {
    notes.push_back({change, what.str(), why.str()});
  }
};

/// Whether clang's driver has a part in it. A link of objects with options of the linker's is ld.lld's alone:
/// the driver would take a third of the time of a typical link.
bool needsClang(const CcInvocation &cc);

/// Whether something is linked.
inline bool needsLinker(const CcInvocation &cc) { return cc.step == CcInvocation::Step::Link; }

/// What must be found before there can be a plan.
Needs needsOf(const CcInvocation &cc);
Needs needsOf(const LdInvocation &ld);

/// A compile for the `cpu` that rustc was told, a link, or a question to the compiler. An error is a target
/// that the tool is not for, or a kind of output that nothing on Lambda could use.
llvm::Expected<Plan> planCc(const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                            const RustCpu &cpu);

/// A link as ld is asked for it, by a caller or by clang's driver on behalf of our cc. An error is a program
/// of rustc's that would have no entry.
llvm::Expected<Plan> planLd(const LdInvocation &ld, const Target &target, const Toolchain &toolchain);

/// A tool that needs no translation: the same words for another program.
Plan planBinutil(llvm::ArrayRef<const char *> argv, const Program &program);

/// The host's own cc, with nothing changed but PATH, on which it would find us again. `why` it is for the
/// host.
Plan planHostCc(llvm::ArrayRef<const char *> argv, const HostCc &host, llvm::StringRef why);

/// Where the caller has packages of its own.
struct PackagePaths {
  llvm::StringRef path;   ///< PKG_CONFIG_PATH
  llvm::StringRef libdir; ///< PKG_CONFIG_LIBDIR
};

/// pkg-config, which sees what the sysroot has, and the folders of the caller's that are not the host's own.
Plan planPkgConfig(llvm::ArrayRef<const char *> argv, const Program &program, llvm::StringRef sysroot,
                   const PackagePaths &callers);

} // namespace lambdacc

#endif
