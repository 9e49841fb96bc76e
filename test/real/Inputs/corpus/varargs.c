#include <stdarg.h>
#include <stdio.h>
int sum(int n, ...) {
  va_list all;
  va_start(all, n);
  double total = 0;
  while (n--)
    total += n & 1 ? va_arg(all, int) : va_arg(all, double);
  va_end(all);
  return printf("%.2f %d\n", total, n);
}
