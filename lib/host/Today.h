//===- Today.h - The day of the run ---------------------------------------===//
#ifndef LAMBDA_CC_HOST_TODAY_H
#define LAMBDA_CC_HOST_TODAY_H

#include <string>

namespace lambdacc {

/// The day in UTC, as "2026-11-28". Only commands for people use it: a build gives the same on each day.
std::string today();

} // namespace lambdacc

#endif
