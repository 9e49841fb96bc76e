extern _Thread_local int outside;
_Thread_local int ours = 3;
static __thread char buffer[64];
char *next(void) { return &buffer[ours++ + outside]; }
