#include <complex.h>
#include <math.h>
#include <tgmath.h>
double complex turn(double complex z, double by) { return z * cexp(I * by) / (z + 1.0 * I); }
double size(double complex z) { return fma(creal(z), creal(z), cimag(z)) + sqrt(cabs(z)); }
