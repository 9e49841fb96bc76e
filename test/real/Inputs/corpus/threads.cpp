#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <thread>
thread_local std::shared_ptr<int> mine = std::make_shared<int>(4);
static std::mutex lock;
long together() {
  std::atomic<long> n{0};
  std::thread t([&] { std::scoped_lock l(lock); n += *mine; });
  t.join();
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return n.load();
}
