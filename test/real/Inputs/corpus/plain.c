int add(int a, int b) { return a + b; }
int table[4] = {1, 2, 3};
static const char words[] = "words";
const char *say(void) { return words; }
