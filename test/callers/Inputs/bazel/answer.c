#include "six.h"
#include <stddef.h>
#include <zlib.h>

int answer(void) { return crc32(0, NULL, 0) == 0 ? SIX * 7 : 0; }
