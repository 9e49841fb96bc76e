#include <stdio.h>
#include "names.h"
void where(void) { printf("%s %s %d %s %s\n", __FILE__, header_file(), __LINE__, __func__, __VERSION__); }
