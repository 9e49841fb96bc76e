#include <stdio.h>

// lambda-cc's compiler is clang, the one of the tests' host gcc.
#ifdef __clang__
#error "compiled for a target"
#endif

int main(void) { return puts("#define SIX 6") < 0; }
