const char *word(void) { return "Hello"; }
