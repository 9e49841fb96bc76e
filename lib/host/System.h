//===- System.h - What differs between the systems of hosts -----------------===//
//
// The host is the machine that lambda-cc runs on: Linux, macOS or Windows. Targets are always Linux. These
// are pure functions with the system as an argument, so tests on Linux have rows for macOS and Windows.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_HOST_SYSTEM_H
#define LAMBDA_CC_HOST_SYSTEM_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Path.h"
#include <string>
#include <vector>

namespace lambdacc {

enum class System { Linux, Mac, Windows };

/// The system that this lambda-cc is built for.
System hostSystem();

/// The name of the system in messages: Linux, macOS or Windows.
llvm::StringRef systemName(System host = hostSystem());

/// Whether a triple of ours can be the host's own. Build scripts and proc-macros have that triple. Only on
/// Linux.
bool isOwnTripleHost(System host = hostSystem());

/// Whether file modes are the permissions of a file. Not on Windows.
bool hasFileModes(System host = hostSystem());

//===- Programs and variables -----------------------------------------------===//

/// The name of the program `file` as tables have it: without folders, on Windows in lower case and without
/// .exe.
std::string programName(llvm::StringRef file, System host = hostSystem());

/// `name` as a file: on Windows with .exe, if it does not end in that.
std::string programFile(llvm::StringRef name, System host = hostSystem());

/// Whether `a` and `b` name one environment variable. Windows ignores case: PATH is Path there.
bool isSameVariable(llvm::StringRef a, llvm::StringRef b, System host = hostSystem());

//===- Paths ----------------------------------------------------------------===//

/// Whether `name` has a folder in it, and so is not looked up on PATH.
bool isPath(llvm::StringRef name, System host = hostSystem());

/// The most bytes in a path.
size_t mostPathBytes(System host = hostSystem());

/// How LLVM's functions of paths read one of the host.
llvm::sys::path::Style styleOf(System host = hostSystem());

/// `path` with slashes only. Its length does not change.
std::string withSlashes(llvm::StringRef path, System host = hostSystem());

/// `path` with the separators that programs of the host print: backslashes on Windows.
std::string withNativeSeparators(llvm::StringRef path, System host = hostSystem());

/// Whether `path`, with slashes or backslashes, is absolute: /a, and on Windows also C:\a and \\server\a.
bool isAbsolute(llvm::StringRef path, System host = hostSystem());

/// The folders in the value of PATH, or another variable of its form. Empty ones are left out.
std::vector<std::string> splitFolders(llvm::StringRef list, System host = hostSystem());

/// The value of such a variable.
std::string joinFolders(llvm::ArrayRef<std::string> folders, System host = hostSystem());

/// The variable with the person's own folder.
llvm::StringRef homeVariable(System host = hostSystem());

/// Folders with an LLVM that PATH often does not have. They are searched after those of PATH.
llvm::ArrayRef<llvm::StringLiteral> llvmFolders(System host = hostSystem());

/// Whether `program` is Apple's, or starts one: a program of Xcode, of the Command Line Tools, or a shim in
/// /usr/bin. Apple's clang has version numbers of its own and no ld.lld. Its ar and ranlib make an empty
/// archive of ELF objects, without a message. Without the Command Line Tools a shim opens a dialog.
bool isOfApple(llvm::StringRef program, System host = hostSystem());

} // namespace lambdacc

#endif
