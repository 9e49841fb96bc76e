int used(int n) { return n * 3; }
int unused(int n) { return n * 5; }
int data_one = 1, data_two = 2, empty[100];
const int fixed[] = {1, 2, 3};
__attribute__((constructor)) static void first(void) { empty[0] = data_one; }
__attribute__((weak)) int perhaps(void) { return used(1); }
