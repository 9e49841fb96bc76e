// Operators new and delete call malloc; a block may be larger than memory, or aligned.
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

struct alignas(256) Wide {
  char bytes[300];
};
struct Local {
  std::vector<std::string> names{1000, "a name that is longer than a short string"};
  ~Local() { names.push_back(names.front() + "!"); }
};
static thread_local Local local;

int main() {
  int caught = 0;
  for (int i = 0; i < 1000; i++)
    try {
      throw std::runtime_error(std::string(500, 'x'));
    } catch (const std::exception &error) {
      caught += std::string(error.what()).size() == 500;
    }
  try {
    volatile std::size_t size = SIZE_MAX / 2;
    char *volatile block = new char[size];
    delete[] block;
  } catch (const std::bad_alloc &) {
    caught++;
  }
  bool isAligned = true;
  for (int i = 0; i < 100; i++) {
    auto wide = std::make_unique<Wide>();
    isAligned &= reinterpret_cast<std::uintptr_t>(wide.get()) % 256 == 0;
  }
  std::map<int, std::string> map;
  std::vector<std::thread> threads;
  for (int i = 0; i < 20; i++)
    threads.emplace_back([] { local.names.resize(10); });
  for (int i = 0; i < 10000; i++)
    map[i % 700] += "text";
  for (std::thread &thread : threads)
    thread.join();
  std::printf("caught %d, %s, %zu\n", caught, isAligned ? "aligned" : "not aligned", map[5].size());
}
