//===- CargoCfg.h - Does a cfg() match a target? ----------------------------===//
//
// cargo applies the table [target.'cfg(…)'] of a configuration to each target that the expression matches.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_CARGOCFG_H
#define LAMBDA_CC_SETUP_CARGOCFG_H

#include "Target.h"

namespace lambdacc {

/// Whether `key`, of a table below [target], is a cfg() that matches `target`.
bool matchesCfg(llvm::StringRef key, const Target &target);

} // namespace lambdacc

#endif
