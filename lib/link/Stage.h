//===- Stage.h - Where an output lies until it is accepted ----------------===//
//
// A linker writes its output under the name that make, cargo and users look for. If we were killed before the
// verdict, a program that we would reject would stay there, and make would take it for finished. So the
// linker writes into a temporary folder beside the output, under the output's own file name. Other files that
// the linker names after the output also go there, such as -save-temps and time traces. After the verdict, a
// rename is enough. A process that is killed leaves only that folder.
//
// Of all files of a link, only its output is ever removed, and only in this file.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_LINK_STAGE_H
#define LAMBDA_CC_LINK_STAGE_H

#include "Plan.h"
#include "llvm/Support/FileSystem.h"

namespace lambdacc {

class Stage {
public:
  /// Makes the folder. In these cases it does not, and the linker writes directly to the output:
  ///
  ///   the output is not a regular file: /dev/null, standard output, a symbolic link
  ///   its folder is not writable
  ///   the linker prints the output's name anywhere but in a file, or a linker script can choose the name
  explicit Stage(const LinkRequest &link);
  ~Stage(); ///< removes the folder with its contents
  Stage(const Stage &) = delete;
  Stage &operator=(const Stage &) = delete;

  /// `command` with the staged output instead of the output.
  Command redirect(Command command) const;

  /// The current path of the output. "" if the linker did not write one.
  std::string written() const;

  /// Whether a linker script can have chosen another name, by OUTPUT(file) without -o. Only the linker knows
  /// that name.
  bool mayBeElsewhere() const { return scriptNames; }

  /// The linker's `text`, with the output's own name instead of the staged one.
  std::string withOutputName(llvm::StringRef text) const;

  /// Renames the output and the files beside it to their final names. After an error there is no output.
  llvm::Error accept();

  /// Removes the output, and an older output of the same name. GNU ld and clang's driver do so, too, but
  /// ld.lld keeps the old program if a link fails, and then it is deployed by mistake. Inputs of the link
  /// stay. If the linker wrote nothing, files that a linker cannot have made stay, too, and so does the file
  /// that a symbolic link leads to.
  void discard();

private:
  const LinkRequest &link;
  std::string target;                ///< the output, or the file that it links to
  llvm::sys::fs::file_status before; ///< status of `target` before the link
  std::string token; ///< the folder's name and a slash, which the two names differ by; "" without a folder
  std::string folder, staged;
  bool scriptNames = false;

  std::string beside(llvm::StringRef name) const;
  std::string place() const;
  bool wroteInPlace() const;
  bool isStale() const;
  bool isInput(const llvm::sys::fs::file_status &file) const;
  llvm::Error moveSideFiles();
};

} // namespace lambdacc

#endif
