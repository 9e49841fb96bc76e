#include <lzma.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  static unsigned char packed[10000], again[1000];
  lzma_mt threads = {.threads = 2, .preset = 6, .check = LZMA_CHECK_CRC64};
  lzma_stream stream = LZMA_STREAM_INIT;
  if (lzma_stream_encoder_mt(&stream, &threads) != LZMA_OK)
    return 1;
  stream.next_in = (const unsigned char *)"some text";
  stream.avail_in = 10;
  stream.next_out = packed;
  stream.avail_out = sizeof packed;
  if (lzma_code(&stream, LZMA_FINISH) != LZMA_STREAM_END)
    return 2;
  size_t size = stream.total_out, in = 0, out = 0;
  lzma_end(&stream);
  uint64_t memory = UINT64_MAX;
  if (lzma_stream_buffer_decode(&memory, 0, NULL, packed, &in, size, again, &out, sizeof again) != LZMA_OK || out != 10)
    return 3;
  printf("%s: %s\n", again, lzma_version_number() == LZMA_VERSION ? "same version" : "another header");
}
