#include <stdio.h>
#include <string.h>
#include <zlib.h>

int main(void) {
  unsigned char packed[200], text[100];
  uLongf size = sizeof packed, length = sizeof text;
  if (compress(packed, &size, (const Bytef *)"some text, some text, some text", 32) != Z_OK ||
      uncompress(text, &length, packed, size) != Z_OK || length != 32)
    return 1;
  printf("%s, %lu: %s\n", text, crc32(0, text, 31), strcmp(zlibVersion(), ZLIB_VERSION) ? "another header" : "same version");
}
