//===- Stage.h - Where an output lies until it is accepted ------------------===//
//
// A linker writes its output under the name that make, cargo and people look for. Whoever is killed between
// that and the verdict leaves a program there that would have been refused, and make takes it for done. So
// the linker writes into a folder beside the output, of ours alone, under the output's own name. What else it
// names after the output lies there, too: -save-temps, time traces. A rename is all that is left to do once
// the output is accepted.
//
// This is the only place that removes a file of a link: its output.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_LINK_STAGE_H
#define LAMBDA_CC_LINK_STAGE_H

#include "Plan.h"
#include "llvm/Support/FileSystem.h"

namespace lambdacc {

class Stage {
public:
  /// Makes the folder. There is none where the output is no regular file (/dev/null, /dev/stdout, a link), or
  /// where its folder can't be written to: then the linker writes where it was asked to.
  explicit Stage(const LinkRequest &link);
  ~Stage();
  Stage(const Stage &) = delete;
  Stage &operator=(const Stage &) = delete;

  /// `command`, with the staged output in the place of the output.
  Command redirect(Command command) const;

  /// Where the output lies now; "" if the linker has written none.
  std::string written() const;

  /// `text`, which the linker wrote, with the output's own name in it.
  std::string withOwnName(llvm::StringRef text) const;

  /// Gives the output its name, and the files beside it. An error leaves what was there.
  llvm::Error accept();

  /// Removes the output, and what lies under its name: what the linker would have replaced, and the program
  /// of an earlier link, which ld.lld, unlike GNU ld and clang's driver, leaves where a link fails, and which
  /// somebody deploys. An input of the link stays, and where the linker has written nothing, each file that
  /// no link can have left.
  void discard();

private:
  const LinkRequest &link;
  llvm::sys::fs::file_status before; ///< of the output, before the link
  std::string token; ///< the folder's name and a slash: what differs between the two names; "" for none
  std::string folder, staged;

  bool wroteInPlace() const;
  bool isStale() const;
  void moveOthers();
};

} // namespace lambdacc

#endif
