// The C++ side of everything.rs: calls back into Rust, and throws and catches with Rust frames below.
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

using Callback = int (*)(int, int *);

extern "C" int call_from_cpp(Callback callback, int *data) {
  int sum = 0;
  for (int number : std::vector<int>{1, 2, 3})
    sum += callback(number, data);
  return sum;
}

extern "C" int throw_and_catch(Callback callback, int *data) {
  try {
    throw std::runtime_error(std::to_string(callback(4, data)));
  } catch (const std::exception &e) {
    return std::stoi(e.what());
  }
}
