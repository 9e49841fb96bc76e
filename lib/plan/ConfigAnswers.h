//===- ConfigAnswers.h - The answers of pg_config and mysql_config ----------===//
//
// PostgreSQL and MariaDB have a program that prints where their library is, and how to compile and link with
// it. Crates, setup.py and configure scripts run it from PATH (docs/requirements.md X9). The answers are the
// same as those of the real programs, which run on the target alone, for the libraries that lambda-cc brings.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_CONFIGANSWERS_H
#define LAMBDA_CC_PLAN_CONFIGANSWERS_H

#include "Plan.h"

namespace lambdacc {

/// What the answers depend on.
struct ConfigValues {
  std::string triple;
  std::string tools;     ///< the prefix of the target's tools, with its ceiling
  std::string libraries; ///< the folder of the target's libraries
  std::string version;   ///< of PostgreSQL, or of the MariaDB server that the client belongs to
  // Only for mysql_config:
  std::string clientVersion = {}; ///< of Connector/C
  std::string socket = {};        ///< the server's socket, if the program names none
  std::string port = {};
};

/// Plans an answer to the options `argv`. An error for one that the real program does not have.
llvm::Expected<Plan> planPgConfig(llvm::ArrayRef<const char *> argv, const ConfigValues &values);
llvm::Expected<Plan> planMysqlConfig(llvm::ArrayRef<const char *> argv, const ConfigValues &values);

} // namespace lambdacc

#endif
