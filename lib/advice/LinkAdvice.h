//===- LinkAdvice.h - What to do about a link that failed ---------------------===//
//
// A linker names a library or a symbol. A user can change a crate's feature, a variable, a ceiling.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_ADVICE_LINKADVICE_H
#define LAMBDA_CC_ADVICE_LINKADVICE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lambdacc {

/// A variable that names the compiler of build scripts, and its value: CC, "gcc".
struct CompilerChoice {
  std::string variable, value;
};

/// Finds the compilers of build scripts that are not ours. Called for advice only, because it searches PATH.
using FindCompilers = llvm::function_ref<std::vector<CompilerChoice>()>;
inline std::vector<CompilerChoice> noCompilers() { return {}; }

/// Finds the variable that leads a crate to a folder: "OPENSSL_DIR=/usr" for /usr/lib64; or "".
using FindVariable = llvm::function_ref<std::string(llvm::StringRef folder)>;
inline std::string noAnswer(llvm::StringRef) { return ""; }

inline std::string noObject() { return ""; }

struct FailedLink {
  llvm::StringRef messages;                 ///< of the linker
  std::vector<llvm::StringRef> inputs;      ///< the files of the link
  std::vector<llvm::StringRef> hostFolders; ///< of -L, that were dropped
  llvm::StringRef triple;
  bool musl;
  /// The machine of a file of the link, as messages name it; "" if it is the target's or is not known.
  llvm::function_ref<std::string(llvm::StringRef file)> otherMachine;
  /// The version of glibc that first has a symbol, if that is above the ceiling; else "".
  llvm::function_ref<std::string(llvm::StringRef symbol)> newerGlibc;
  std::vector<llvm::StringRef> libraries = {};   ///< of the link, by their names after -l
  llvm::StringRef ownLibraries = "";             ///< the folder of lambda-cc's libraries; "" if not installed
  llvm::ArrayRef<CompilerChoice> compilers = {}; ///< that are set and are not the compilers of `triple`
  FindVariable variableNaming = noAnswer;
  /// The shared library of -l`name` in the folders of the link; "" without one.
  llvm::function_ref<std::string(llvm::StringRef name)> sharedLibrary = noAnswer;
  /// The first object of the link that has nothing but GCC's code for LTO; "" without one.
  llvm::function_ref<std::string()> objectOfGccsLto = noObject;
};

/// The advice on an object that no compiler of `triple` has made: which variable chose the compiler.
std::string whoCompiled(llvm::StringRef triple, llvm::ArrayRef<CompilerChoice> compilers);

/// Lines to print below the linker's messages; empty without advice.
std::vector<std::string> adviceOnLink(const FailedLink &link);

} // namespace lambdacc

#endif
