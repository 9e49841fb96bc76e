#include <exception>
#include <stdexcept>
struct guard { ~guard(); };
int attempt(int (*f)(int)) noexcept(false) {
  guard g;
  try {
    return f(3);
  } catch (const std::out_of_range &e) {
    throw std::runtime_error(e.what());
  } catch (int n) {
    return n;
  } catch (...) {
    std::terminate();
  }
}
