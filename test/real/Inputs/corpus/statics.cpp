#include <cstdio>
#include <cstdlib>
struct loud { loud(const char *); ~loud(); const char *name; };
static loud global("global");
loud &local() { static loud one("local"); return one; }
inline int shared = std::atoi("3");
template <class T> T twice(T n) { return n + n; }
template long twice(long);
int get() { return shared + int(twice(2.5)) + (local().name ? 1 : 0); }
