extern int registered;
__attribute__((constructor)) static void add(void) { registered = 7; }
