#include <stdexcept>
#include <string>

extern "C" int count_to(int n);
static std::string last;

extern "C" const char *words() {
  try {
    throw std::runtime_error("counted to " + std::to_string(count_to(1000)));
  } catch (const std::exception &e) {
    last = e.what();
  }
  return last.c_str();
}
