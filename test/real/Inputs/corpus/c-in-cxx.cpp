#include <cmath>
#include <complex>
#include <csetjmp>
#include <cstdlib>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <wchar.h>
double all(float a, long double b) { return std::abs(a) + abs(-3L) + std::hypot(a, 2.0f) + double(sqrtl(b)) + std::abs(std::complex<double>(a, 1)); }
wchar_t letter = L'\u00e4';
