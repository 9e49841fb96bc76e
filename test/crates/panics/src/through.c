void through(void (*call)(void)) { call(); }
