#include <iostream>
#include <stdexcept>
#include <string>
extern "C" int sum(const char *numbers);
int main() {
  try {
    throw std::runtime_error(std::to_string(sum("10 20 3")));
  } catch (const std::exception &e) {
    std::cout << "caught " << e.what() << std::endl;
  }
}
