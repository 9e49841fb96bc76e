__int128 divide(__int128 a, long b) { return a / b + a % b; }
long double widen(double a, long double b) { return a * b + (long long)b; }
_Float16 half(_Float16 a) { return a * 2; }
unsigned long count(unsigned long n) { return __builtin_popcountl(n) + __builtin_clzl(n | 1) + __builtin_bswap64(n); }
