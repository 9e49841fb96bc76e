// A function with two versions, and one that chooses.
#include <stdio.h>
__attribute__((target_clones(CLONE, "default"))) int sum(const int *numbers, int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i)
    sum += numbers[i] * 2;
  return sum;
}
int main(void) {
  int numbers[64];
  for (int i = 0; i < 64; ++i)
    numbers[i] = i;
  printf("sum %d\n", sum(numbers, 64));
}
