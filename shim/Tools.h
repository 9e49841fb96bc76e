//===- Tools.h - The tools, selected by the name of the call ----------------===//
#ifndef LAMBDA_CC_SHIM_TOOLS_H
#define LAMBDA_CC_SHIM_TOOLS_H

#include "Session.h"
#include "System.h"

namespace lambdacc {

/// A row of tools[]: the part of a tool's name after the triple, and what the tool does.
struct Tool {
  llvm::StringLiteral role;
  int (*run)(const Tool &tool, const Session &session);
  /// LLVM's name of a binutil. For a plain tool that finds packages: the target's tool. Else "".
  llvm::StringLiteral program;
};

/// The tools with a triple in their names.
llvm::ArrayRef<Tool> tools();

/// The tools of the drop-in folder, without a triple.
llvm::ArrayRef<Tool> plainTools();

int cc(const Tool &tool, const Session &session);
int cxx(const Tool &tool, const Session &session);
int as(const Tool &tool, const Session &session);
int cpp(const Tool &tool, const Session &session);
int ld(const Tool &tool, const Session &session);
int binutil(const Tool &tool, const Session &session);
int pkgConfig(const Tool &tool, const Session &session);
int pgConfig(const Tool &tool, const Session &session);
int mysqlConfig(const Tool &tool, const Session &session);

/// The plain compilers of the drop-in folder, which compile for the target that their arguments show; and its
/// ar.
int dropIn(const Tool &tool, const Session &session);
int dropInAr(const Tool &tool, const Session &session);

/// The plain pkg-config, pg_config and mysql_config of the drop-in folder.
int dropInPackages(const Tool &tool, const Session &session);

/// The cargo of the drop-in folder, and the runner of a target's programs.
int dropInCargo(const Tool &tool, const Session &session);
int runner(const Tool &tool, const Session &session);

/// Whether -### is an argument of a tool that does not use clang's option table.
bool isDryRun(const Session &session);

/// The names of all tools, as in the folder bin/ and in the drop-in folder.
std::vector<std::string> namesInBin(bool withCeilings = true);
std::vector<std::string> namesInDropIn(System system = hostSystem());

/// Runs the tool that the name in `session` selects. Returns the exit status.
int runTool(Session session);

/// The command `lambda-cc`, which people run.
int lambdaCc(const Session &session);

} // namespace lambdacc

#endif
