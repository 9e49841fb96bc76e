#include <math.h>

// The pow() that a build machine links needs glibc 2.29.
int answer(double base, double exponent) { return (int)pow(base, exponent) - 7; }
