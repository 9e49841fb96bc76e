#include <string.h>
int six(void) { return (int)strlen("lambda"); }
