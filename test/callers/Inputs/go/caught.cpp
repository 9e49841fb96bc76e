#include <stdexcept>
#include <string>

extern "C" int caught(int number) {
  try {
    throw std::runtime_error(std::to_string(number));
  } catch (const std::exception &error) {
    return std::stoi(error.what());
  }
}
