//===- OptionTable.h - Macros for TableGen'erated option tables -----------===//
//
// Private to the two sources with a table. Each includes this file, then its .inc twice: for the prefixes and
// for the rows. TableGen (LLVM 19) ends each list of prefixes with an empty string, which is not a prefix.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_OPTIONTABLE_H
#define LAMBDA_CC_INVOCATION_OPTIONTABLE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Option/Option.h"
#include <iterator>

#define PREFIX(NAME, VALUE)                                                                                  \
  static constexpr llvm::StringLiteral NAME##_list[] = VALUE;                                                \
  static constexpr llvm::ArrayRef<llvm::StringLiteral> NAME(NAME##_list, std::size(NAME##_list) - 1);
#define PREFIX_UNION(VALUE)                                                                                  \
  static constexpr llvm::StringLiteral prefixUnion_list[] = VALUE;                                           \
  static constexpr llvm::ArrayRef<llvm::StringLiteral> prefixUnion(prefixUnion_list,                         \
                                                                   std::size(prefixUnion_list) - 1);

// A row without the text for users: help and values of 3,410 options are 150 KB.
#define OPTION_ROW(PREFIX, NAME, ID, KIND, GROUP, ALIAS, ALIASARGS, FLAGS, VISIBILITY, PARAM, HELP,          \
                   VARIANTS, METAVAR, VALUES)                                                                \
  LLVM_CONSTRUCT_OPT_INFO(PREFIX, NAME, ID, KIND, GROUP, ALIAS, ALIASARGS, FLAGS, VISIBILITY, PARAM,         \
                          nullptr, {}, nullptr, nullptr)

namespace lambdacc {

/// A table with prefixes computed at compile time. LLVM's GenericOptTable computes them at each start.
struct OptionTable : llvm::opt::PrecomputedOptTable {
  OptionTable(llvm::ArrayRef<Info> rows, llvm::ArrayRef<llvm::StringLiteral> prefixUnion)
      : PrecomputedOptTable(rows, prefixUnion) {}
};

} // namespace lambdacc

#endif
