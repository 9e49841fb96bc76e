#include "Origin.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::Triple;

// Symbols that an object needs only if it was compiled against the headers of one libc.
TEST(Origin, SymbolsShowTheLibc) {
  struct {
    const char *symbol;
    Triple::EnvironmentType libc;
  } rows[] = {
      {"__isoc99_sscanf", Triple::GNU},
      {"__isoc23_strtol", Triple::GNU},
      {"__fprintf_chk", Triple::GNU},
      {"__memcpy_chk", Triple::GNU},
      {"__ctype_b_loc", Triple::GNU},
      {"__sigsetjmp", Triple::GNU},
      {"__xstat", Triple::GNU},
      {"_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEED1Ev", Triple::UnknownEnvironment},
      {"_ZSt4cout", Triple::UnknownEnvironment},
      {"setjmp", Triple::Musl},
      {"_pthread_cleanup_push", Triple::Musl},
      {"sscanf", Triple::UnknownEnvironment},
      {"printf", Triple::UnknownEnvironment},
      {"__errno_location", Triple::UnknownEnvironment},
      {"__stack_chk_fail", Triple::UnknownEnvironment},
      {"my_chk", Triple::UnknownEnvironment},
      {"_ZNSt3__112basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEED1Ev", Triple::UnknownEnvironment},
      {"_ZSt9terminatev", Triple::UnknownEnvironment},
      {"", Triple::UnknownEnvironment},
  };
  for (const auto &row : rows)
    EXPECT_EQ(libcOf(row.symbol), row.libc) << row.symbol;
}
