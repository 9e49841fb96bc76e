// The C++ side of cpp_through_rust.rs.
#include <exception>
#include <stdexcept>
#include <string>

extern "C" void rust_with_drop(void (*callback)());
extern "C" void rust_that_panics(int number);

static volatile int destroyed;

struct InTheWay {
  ~InTheWay() { destroyed = destroyed + 1; }
};

static void thrower() {
  InTheWay in_the_way;
  throw std::runtime_error("through Rust");
}

// 0 if the exception arrives as it was thrown.
extern "C" int cpp_catches() {
  destroyed = 0;
  try {
    rust_with_drop(thrower);
    return 1;
  } catch (const std::runtime_error &e) {
    if (std::string(e.what()) != "through Rust")
      return 2;
  } catch (...) {
    return 3;
  }
  return destroyed == 1 && std::uncaught_exceptions() == 0 ? 0 : 4;
}

extern "C" void cpp_with_destructor(int number) {
  InTheWay in_the_way;
  rust_that_panics(number);
}

extern "C" int cpp_destroyed() { return destroyed; }
