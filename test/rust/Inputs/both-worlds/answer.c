int answer(void) { return sizeof(void *) == 8 ? 42 : 0; }
