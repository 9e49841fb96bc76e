#include <coroutine>
struct sequence {
  struct promise_type {
    int value = 0;
    sequence get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int n) { value = n; return {}; }
    void return_void() {}
    void unhandled_exception();
  };
  std::coroutine_handle<promise_type> handle;
};
sequence count(int n) {
  while (n--)
    co_yield n;
}
