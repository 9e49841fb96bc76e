#include <stddef.h>
constexpr int size = 0b1000;
static const unsigned char bytes[size] = {1, 2, 3};
[[nodiscard]] int total(void) {
  int sum = 0;
  for (size_t n = 0; n < size; n++)
    sum += bytes[n];
  bool none = nullptr == (void *)bytes;
  return none ? 0 : sum;
}
