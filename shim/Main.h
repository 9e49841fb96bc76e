//===- Main.h - Where the program begins ------------------------------------===//
#ifndef LAMBDA_CC_SHIM_MAIN_H
#define LAMBDA_CC_SHIM_MAIN_H

namespace lambdacc {

/// Runs the tool that argv[0] names. All texts are UTF-8, or on Linux and macOS what the caller has. Returns
/// the exit status.
int run(int argc, char **argv, char **environment);

} // namespace lambdacc

#endif
