//===- Stage.h - Where an output lies until it is accepted ------------------===//
//
// A linker writes its output under the name that make, cargo and people look for. Whoever is killed between
// that and the verdict leaves a program there that would have been refused, and make takes it for done. So
// the linker writes into a folder beside the output, which is ours alone, under the output's own name. What
// else it names after the output lies there, too: -save-temps, time traces. Once the output is accepted, a
// rename is all that is left to do. A process that is killed leaves that folder.
//
// Of the files of a link only its output is removed, and only here.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_LINK_STAGE_H
#define LAMBDA_CC_LINK_STAGE_H

#include "Plan.h"
#include "llvm/Support/FileSystem.h"

namespace lambdacc {

class Stage {
public:
  /// Makes the folder. There is none, and the linker writes where it was asked to, where
  ///
  ///   the output is no regular file: /dev/null, standard output, a symbolic link
  ///   its folder can't be written to
  ///   the linker prints the output's name elsewhere than in a file, or a linker script may choose the name
  explicit Stage(const LinkRequest &link);
  ~Stage(); ///< removes the folder, with what is still in it
  Stage(const Stage &) = delete;
  Stage &operator=(const Stage &) = delete;

  /// `command`, with the staged output in the place of the output.
  Command redirect(Command command) const;

  /// Where the output lies now; "" if the linker has written none.
  std::string written() const;

  /// Whether a linker script may have chosen another name, which only the linker knows: OUTPUT(file), without
  /// -o.
  bool mayBeElsewhere() const { return scriptNames; }

  /// `text`, which the linker wrote, with the output's own name in it.
  std::string withOutputName(llvm::StringRef text) const;

  /// Gives the output its name, and the files beside it. After an error there is no output.
  llvm::Error accept();

  /// Removes the output, and what lies under its name: what the linker would have replaced, and the program
  /// of an earlier link, which ld.lld, unlike GNU ld and clang's driver, leaves where a link fails, and which
  /// somebody deploys. An input of the link stays, and so does each file that no link can have left, if the
  /// linker has written nothing.
  void discard();

private:
  const LinkRequest &link;
  std::string target;                ///< the output, or the file that it is a symbolic link to
  llvm::sys::fs::file_status before; ///< of `target`, before the link
  std::string token; ///< the folder's name and a slash: what differs between the two names; "" for none
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
