#include <stdexcept>
#include <string>

extern "C" int caught() {
  try {
    throw std::runtime_error("7");
  } catch (const std::exception &error) {
    return std::stoi(error.what());
  }
}
