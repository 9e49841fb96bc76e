// A function with two definitions, for two CPUs.
#include <stdio.h>
__attribute__((target_version("default"))) int version(void) { return 0; }
__attribute__((target_version("lse"))) int version(void) { return 1; }
int main(void) { printf("version %d\n", version()); }
