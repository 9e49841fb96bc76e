//===- Capture.h - Run a program for its output -----------------------------===//
//
// Private to process. Each system has a file for it. A program of PATH can be anything: it gets half a minute
// and a megabyte of output.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_CAPTURE_H
#define LAMBDA_CC_PROCESS_CAPTURE_H

#include <chrono>
#include <string>
#include <vector>

namespace lambdacc {

constexpr size_t mostBytes = 1 << 20;
constexpr std::chrono::seconds longest(30);
constexpr const char *printsTooMuch = "it prints more than a megabyte";
constexpr const char *takesTooLong = "it takes more than half a minute";

struct Captured {
  bool succeeds = false;
  std::string why = {}; ///< why not, if more is known than its exit status
  std::string output = {}, errors = {};
};

/// Runs `program` with nothing to read, until it ends or exceeds a limit.
Captured capture(const std::string &program, const std::vector<std::string> &argv);

} // namespace lambdacc

#endif
