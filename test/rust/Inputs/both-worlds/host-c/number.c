#include <gnu/libc-version.h>
int number(void) { return gnu_get_libc_version()[0] == 0 ? 0 : 7; }
