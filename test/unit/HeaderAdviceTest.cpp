#include "HeaderAdvice.h"
#include "gtest/gtest.h"

using namespace lambdacc;

TEST(HeaderAdvice, OnHeadersAlone) {
  struct {
    const char *what, *messages;
    bool advised;
  } rows[] = {
      {"clang's", "a.c:1:10: fatal error: 'x.h' file not found\n", true},
      {"gcc's", "a.c:1:10: fatal error: openssl/x.h: No such file or directory\ncompilation terminated.\n",
       true},
      {"gcc's with colours",
       "\033[01m\033[Ka.c:1:10:\033[m\033[K \033[01;31m\033[Kfatal error: \033[m\033[Kx.h: No such file or "
       "directory\n",
       true},
      {"gcc's behind a warning",
       "a.c:1:2: warning: #warning x [-Wcpp]\nb.h:1:10: fatal error: x.h: No such file or directory\n", true},
      {"gcc's for -include", "<command-line>: fatal error: /x.h: No such file or directory\n", true},
      {"a source", "cc1: fatal error: a.c: No such file or directory\n", false},
      {"an output", "cc1: fatal error: cannot open 'd/a.s' for writing: No such file or directory\n", false},
      {"a dependency file",
       "a.c:1:1: fatal error: opening dependency file d/a.d: No such file or directory\n", false},
      {"the assembler's", "Fatal error: can't create d/a.o: No such file or directory\n", false},
      {"another error", "a.c:1:5: error: 'x' undeclared\n", false},
  };
  for (const auto &row : rows)
    EXPECT_EQ(!adviceOnHeaders(row.messages, {"/usr/include/x"}).empty(), row.advised) << row.what;
}
