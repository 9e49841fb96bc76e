// An exception inside of a library: it needs the C++ runtime and an unwinder, whatever links it.
#include <stdexcept>
extern "C" int one();
extern "C" int six();
extern "C" int seven() {
  try {
    throw std::runtime_error("six");
  } catch (const std::exception &) {
    return six() + one();
  }
}
