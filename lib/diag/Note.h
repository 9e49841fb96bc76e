//===- Note.h - What a plan changed in the caller's arguments, and why ----===//
//
// A plan has one note for each difference between its command and the caller's arguments. -### prints them.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DIAG_NOTE_H
#define LAMBDA_CC_DIAG_NOTE_H

#include <string>

namespace lambdacc {

struct Note {
  enum Change { Added, Dropped, Changed, LeftOut };
  Change change;
  std::string what; ///< the option as the caller spelled it, or as it is added or would be
  std::string why;
};

} // namespace lambdacc

#endif
