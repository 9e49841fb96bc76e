#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zstd.h>

// Two threads: their number is refused by a library without threads.
int main(void) {
  size_t size = 4 << 20, bound = ZSTD_compressBound(size);
  char *text = malloc(size), *packed = malloc(bound), *again = malloc(size);
  for (size_t i = 0; i < size; i++)
    text[i] = "lambda"[i % 6] + i / 100000;
  ZSTD_CCtx *context = ZSTD_createCCtx();
  if (ZSTD_isError(ZSTD_CCtx_setParameter(context, ZSTD_c_nbWorkers, 2)))
    return 1;
  size_t length = ZSTD_compress2(context, packed, bound, text, size);
  if (ZSTD_isError(length) || ZSTD_decompress(again, size, packed, length) != size || memcmp(text, again, size) != 0)
    return 2;
  puts(ZSTD_versionNumber() == ZSTD_VERSION_NUMBER ? "same version" : "another header");
}
