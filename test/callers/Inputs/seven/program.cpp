#include <cstdio>
extern "C" int seven();
int main() { printf("seven is %d\n", seven()); }
