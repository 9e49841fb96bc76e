#include <bzlib.h>
#include <stdio.h>

int main(void) {
  char packed[1000], again[1000];
  unsigned size = sizeof packed, length = sizeof again;
  if (BZ2_bzBuffToBuffCompress(packed, &size, (char *)"some text", 10, 9, 0, 0) != BZ_OK ||
      BZ2_bzBuffToBuffDecompress(again, &length, packed, size, 0, 0) != BZ_OK || length != 10)
    return 1;
  printf("%s\n", again);
}
