//===- Note.h - What was changed of the caller's words, and why -------------===//
//
// A plan carries one note for each thing in which its command differs from what the caller said. -### prints
// them.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DIAG_NOTE_H
#define LAMBDA_CC_DIAG_NOTE_H

#include <string>

namespace lambdacc {

struct Note {
  enum Change { Added, Dropped, Changed };
  Change change;
  std::string what; ///< the option as the caller spelled it, or as it was added
  std::string why;
};

} // namespace lambdacc

#endif
