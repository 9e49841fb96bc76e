//===- MallocObject.h - Another malloc than musl's --------------------------===//
//
// lib/mimalloc.o of the sysroot has all functions of malloc's family. If it is the first input, nothing takes
// musl's. Private to plan.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_MALLOCOBJECT_H
#define LAMBDA_CC_PLAN_MALLOCOBJECT_H

#include "Plan.h"

namespace lambdacc {

/// Whether `arg` names the object, as `-C link-arg=-l:mimalloc.o` does.
bool namesMallocObject(const LdArg &arg);

struct MallocObject {
  std::string path = {};     ///< "" if the link does not get it
  size_t before = 0;         ///< the index of the argument of the link that it comes before
  bool replacesName = false; ///< arguments that name it are not passed on
};

/// The place of the object in the link `ld`. Notes why it is there, or is not although the caller wants it.
MallocObject mallocObject(const LdInvocation &ld, const Target &target, const Toolchain &toolchain,
                          Plan &plan);

} // namespace lambdacc

#endif
