//===- NameFile.h - The file of a tool's name ---------------------------------===//
//
// Private to setup. Each system has a file for it.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_NAMEFILE_H
#define LAMBDA_CC_SETUP_NAMEFILE_H

#include "Links.h"

namespace lambdacc {

/// Makes `file`, by which the executable of `names` is run under that file's name.
std::error_code makeName(const std::string &file, const Names &names);

/// Further files that makeName() makes in the folder of the names.
std::vector<std::string> filesBesideNames();

/// Whether an earlier install made `file`. It may be a dangling link by now.
bool isEarlier(const std::string &file, const Names &names);

/// Whether a killed install of this user left the folder `fresh`.
bool isLeftover(const std::string &fresh);

/// Renames `from` to `to`. std::errc::file_exists if `to` exists, in one step if the system has one.
std::error_code renameNew(const std::string &from, const std::string &to);

} // namespace lambdacc

#endif
