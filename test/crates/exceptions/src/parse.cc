#include <stdexcept>
#include <string>
#include <thread>

static thread_local int failures = 0;

extern "C" int parse(const char *text) {
  int result = 0;
  std::thread([&] {
    try {
      result = std::stoi(text);
    } catch (const std::invalid_argument &) {
      result = -1 - failures++;
    } catch (const std::out_of_range &) {
      result = -2 - failures++;
    }
  }).join();
  return result;
}
