//===- Plan.h - What to run, and how it differs from the call -------------===//
//
// A plan is a pure function of the caller's arguments, the target, and the toolchain that was found before.
// -### prints its notes and its command, and nothing else.
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

/// A program to exec or to start.
struct Command {
  Program program;
  std::vector<std::string> args;                        ///< arguments after the program and its prefix
  std::vector<std::string> unset;                       ///< variables to remove from its environment
  std::vector<std::pair<std::string, std::string>> set; ///< variables to set in its environment
  /// Prepended to `args` where our standard error is a terminal, because the command sees a pipe.
  std::vector<std::string> onTerminal = {};

  /// The whole command line, for execve.
  std::vector<std::string> argv() const;
};

struct Plan {
  Command command;
  /// Set if the command is the linker. If clang's driver links, it runs our ld, and that call has the
  /// request.
  std::optional<LinkRequest> link = {};
  std::string answer = {}; ///< if not "", this is printed on standard output and nothing is run
  bool isHosts = false;    ///< the command is the host's, and keeps the host's variables
  std::string linker = {}; ///< the linker that runs later, if the command is clang's driver and links
  /// Folders with the headers of a package of the host that a compile does not search: see isHostPackage().
  std::vector<std::string> droppedPackages = {};
  std::vector<Note> notes;

  void add(std::string arg) { command.args.push_back(std::move(arg)); }
  void note(Note::Change change, llvm::Twine what, llvm::StringRef why) {
    notes.push_back({change, what.str(), why.str()});
  }
};

/// Whether the call needs the compiler. A link of objects with linker options needs only ld.lld: the driver
/// would take a third of the time of a typical link.
bool needsCompiler(const CcInvocation &cc);

/// Whether the call links.
inline bool needsLinker(const CcInvocation &cc) { return cc.step == CcInvocation::Step::Link; }

/// The programs and files to find before planning.
Needs needsOf(const CcInvocation &cc);
Needs needsOf(const LdInvocation &ld);

/// Plans a compile for rustc's `cpu`, a link, or a query. Returns an error if the arguments are for another
/// target, or for a kind of output that Lambda cannot use.
llvm::Expected<Plan> planCc(const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                            const RustCpu &cpu);

/// Plans a link of ld, called directly or by clang's driver for our cc. Returns an error for a program of
/// rustc's that would not have an entry point.
llvm::Expected<Plan> planLd(const LdInvocation &ld, const Target &target, const Toolchain &toolchain);

/// Plans another program with the same arguments.
Plan planBinutil(llvm::ArrayRef<const char *> argv, const Program &program);

/// Plans the host's own cc. Changes only PATH, on which it would find us again. `why` is the reason that the
/// call is for the host.
Plan planHostCc(llvm::ArrayRef<const char *> argv, const HostCc &host, llvm::StringRef why);

/// The folders of the caller's packages.
struct PackagePaths {
  llvm::StringRef path;   ///< PKG_CONFIG_PATH
  llvm::StringRef libdir; ///< PKG_CONFIG_LIBDIR
};

/// The folders of a target's packages.
struct TargetPackages {
  std::vector<std::string> sysroot; ///< where somebody may have installed packages into the sysroot
  bool sysrootHasAny = false;       ///< one of these folders exists
  std::string libraries;            ///< the packages of OwnLibraries.h, or "" if they are not installed
};

/// Plans pkg-config with the packages of the target and of the caller, without those of the host.
Plan planPkgConfig(llvm::ArrayRef<const char *> argv, const Program &program, const TargetPackages &targets,
                   const PackagePaths &callers);

} // namespace lambdacc

#endif
