//===- OptionTable.h - What a TableGen'erated option table needs to compile ---===//
//
// Private to the two sources that hold a table. Each includes this, then its .inc once for the prefixes and
// once for the rows. TableGen (LLVM 19) ends each list with an empty string that isn't part of it.
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

// A row without what is for a person to read: help and values of 3,410 options are 150 KB of text.
#define OPTION_ROW(PREFIX, NAME, ID, KIND, GROUP, ALIAS, ALIASARGS, FLAGS, VISIBILITY, PARAM, HELP,          \
                   VARIANTS, METAVAR, VALUES)                                                                \
  LLVM_CONSTRUCT_OPT_INFO(PREFIX, NAME, ID, KIND, GROUP, ALIAS, ALIASARGS, FLAGS, VISIBILITY, PARAM,         \
                          nullptr, {}, nullptr, nullptr)

namespace lambdacc {

/// A table whose prefixes were computed at compile time: LLVM's GenericOptTable computes them at each start.
struct OptionTable : llvm::opt::PrecomputedOptTable {
  OptionTable(llvm::ArrayRef<Info> rows, llvm::ArrayRef<llvm::StringLiteral> prefixUnion)
      : PrecomputedOptTable(rows, prefixUnion) {}
};

} // namespace lambdacc

#endif
