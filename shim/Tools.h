//===- Tools.h - The tools, told apart by the name they are called by -------===//
#ifndef LAMBDA_CC_SHIM_TOOLS_H
#define LAMBDA_CC_SHIM_TOOLS_H

#include "Session.h"

namespace lambdacc {

/// A row of tools[]: what stands after the triple in a tool's name, and what it does.
struct Tool {
  llvm::StringLiteral role;
  int (*run)(const Tool &tool, const Session &session);
  llvm::StringLiteral program; ///< for a binutil: its name in LLVM
};

llvm::ArrayRef<Tool> tools();

/// Those without a triple, of the drop-in folder.
llvm::ArrayRef<Tool> plainTools();

int cc(const Tool &tool, const Session &session);
int cxx(const Tool &tool, const Session &session);
int as(const Tool &tool, const Session &session);
int cpp(const Tool &tool, const Session &session);
int ld(const Tool &tool, const Session &session);
int binutil(const Tool &tool, const Session &session);
int pkgConfig(const Tool &tool, const Session &session);

/// The plain compilers of the drop-in folder, for whatever target their arguments show, and its ar.
int dropIn(const Tool &tool, const Session &session);
int dropInAr(const Tool &tool, const Session &session);

/// Whether -### is among the words of a tool that knows no dashes of clang's.
bool isDryRun(const Session &session);

/// The names of all tools, as they stand in bin/ and in the drop-in folder.
std::vector<std::string> namesInBin();
std::vector<std::string> namesInDropIn();

/// Does what the tool does that `session` is called by. Returns the exit status.
int runTool(Session session);

/// The command for people, which has no triple in its name.
int lambdaCc(const Session &session);

} // namespace lambdacc

#endif
