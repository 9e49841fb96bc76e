#include <iostream>

extern "C" int answer(void);
extern "C" int caught();

int main() { std::cout << "the answer is " << answer() << "\ncaught " << caught() << "\n"; }
