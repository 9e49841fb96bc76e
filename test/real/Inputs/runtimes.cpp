// runtimes: what a C++ program needs of libc++, libc++abi, the unwinder and compiler-rt, and through them of
// libc. Prints a line for each part and exits with 0 if all of them hold. C++23. An argument is the stack
// size, in KiB, that a std::thread has.
#include <array>
#include <atomic>
#include <barrier>
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <format>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <latch>
#include <locale>
#include <memory_resource>
#include <mutex>
#include <random>
#include <semaphore>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <gnu/libc-version.h>
#endif

static int failures;
static void check(bool holds, const char *what, int line) {
  if (holds)
    return;
  std::printf("FAILED: %s, runtimes.cpp:%d\n", what, line);
  failures++;
}
#define CHECK(...) check(bool(__VA_ARGS__), #__VA_ARGS__, __LINE__)

//===- thread_local ---------------------------------------------------------===//

static std::atomic<int> made, destroyed;
struct Counts {
  int value = 1;
  Counts() { made++; }
  ~Counts() { destroyed++; }
};
static thread_local Counts counts;
static thread_local struct Late { // its destructor is the first to use another one
  ~Late() { counts.value++; }
  int value = 1;
} late;

static void threadLocals() {
  for (int i = 0; i < 3; i++)
    std::thread([] { counts.value++; }).join();
  CHECK(made == 3 && destroyed == 3);
  std::thread([] { late.value++; }).join();
  CHECK(made == 4 && destroyed == 4);
  std::thread([] {
    thread_local Counts inFunction;
    inFunction.value++;
    counts.value++;
    pthread_exit(nullptr);
  }).join();
  CHECK(made == 6 && destroyed == 6);
}

// In the main thread: where libc has __cxa_thread_atexit_impl they end before what is static, else after it.
static int pipeOfChild = -1;
struct Traces {
  char name;
  ~Traces() {
    if (pipeOfChild >= 0 && write(pipeOfChild, &name, 1) != 1)
      std::abort();
  }
};
static thread_local Traces ofThread{'t'};

static std::string outputOfChild(void (*function)(), int &status) {
  int ends[2];
  std::string text;
  if (pipe(ends) != 0)
    return "no pipe";
  std::fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    pipeOfChild = ends[1];
    function();
  }
  close(ends[1]);
  for (char c; read(ends[0], &c, 1) == 1;)
    text += c;
  close(ends[0]);
  waitpid(child, &status, 0);
  return text;
}

static void exits() {
  int status = 0;
  std::string text = outputOfChild(
      [] {
        static Traces first{'1'}, second{'2'};
        (void)&ofThread;
        std::exit(6);
      },
      status);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 6);
#ifdef __GLIBC__
  CHECK(text == "t21" || text == "21t");
#else
  CHECK(text == "21t");
#endif
  text = outputOfChild(
      [] {
        std::at_quick_exit([] { (void)!write(pipeOfChild, "q", 1); });
        std::quick_exit(7);
      },
      status);
  CHECK(text == "q" && WEXITSTATUS(status) == 7);
  text = outputOfChild(
      [] {
        std::set_terminate([] {
          try {
            std::rethrow_exception(std::current_exception());
          } catch (const std::runtime_error &e) {
            (void)!write(pipeOfChild, e.what(), std::strlen(e.what()));
          }
          _exit(8);
        });
        std::thread([] { throw std::runtime_error("uncaught"); }).join();
      },
      status);
  CHECK(text == "uncaught" && WEXITSTATUS(status) == 8);
}

//===- Exceptions -----------------------------------------------------------===//

[[gnu::noinline]] static int deep(int depth) {
  Counts inTheWay;
  if (depth == 0)
    throw std::out_of_range("deep");
  return deep(depth - 1) + inTheWay.value;
}

static void exceptionsAcrossThreads() {
  made = destroyed = 0;
  std::exception_ptr error;
  std::thread([&] {
    try {
      deep(50);
    } catch (...) {
      error = std::current_exception();
    }
  }).join();
  CHECK(made == 51 && destroyed == 51);
  std::atomic<int> caught = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; i++)
    threads.emplace_back([&] {
      for (int j = 0; j < 50; j++)
        try {
          std::rethrow_exception(error);
        } catch (const std::logic_error &e) {
          caught += std::strcmp(e.what(), "deep") == 0;
        }
    });
  for (std::thread &thread : threads)
    thread.join();
  CHECK(caught == 400);
  auto later = std::async(std::launch::async, [] { return deep(3); });
  try {
    later.get();
    CHECK(!"thrown");
  } catch (const std::out_of_range &) {
  }
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread([&] { promise.set_value_at_thread_exit(3); }).join();
  CHECK(future.get() == 3 && std::uncaught_exceptions() == 0);
}

//===- Waiting --------------------------------------------------------------===//

static void atomicWait() {
  std::atomic<int> state = 0;
  std::thread waits([&] {
    state.wait(0);
    state = 2;
    state.notify_one();
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  state = 1;
  state.notify_all();
  state.wait(1);
  waits.join();
  CHECK(state == 2);

  std::latch latch(4);
  std::barrier barrier(4);
  std::counting_semaphore<4> semaphore(0);
  std::atomic_flag flag;
  std::atomic<int> passed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; i++)
    threads.emplace_back([&] {
      latch.arrive_and_wait();
      barrier.arrive_and_wait();
      semaphore.acquire();
      flag.wait(false);
      passed++;
    });
  latch.wait();
  semaphore.release(4);
  flag.test_and_set();
  flag.notify_all();
  for (std::thread &thread : threads)
    thread.join();
  CHECK(passed == 4 && !semaphore.try_acquire_for(std::chrono::milliseconds(2)));
}

static Counts &slowStatic() {
  static Counts once = (std::this_thread::sleep_for(std::chrono::milliseconds(2)), Counts());
  return once;
}

static void callOnce() {
  std::once_flag flag;
  std::atomic<int> calls = 0;
  made = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; i++)
    threads.emplace_back([&] {
      try {
        std::call_once(flag, [&] {
          if (++calls == 1)
            throw std::runtime_error("again");
        });
      } catch (const std::runtime_error &) {
      }
      slowStatic().value = 2;
    });
  for (std::thread &thread : threads)
    thread.join();
  CHECK(calls == 2 && made == 1);
}

//===- Files, text ----------------------------------------------------------===//

static void filesystem() {
  namespace fs = std::filesystem;
  fs::path folder = fs::temp_directory_path() / ("runtimes-" + std::to_string(getpid()));
  CHECK(fs::create_directories(folder / "a" / "b"));
  std::ofstream(folder / "a" / "file") << "12345";
  fs::create_symlink("file", folder / "a" / "link");
  fs::create_hard_link(folder / "a" / "file", folder / "hard");
  CHECK(fs::hard_link_count(folder / "hard") == 2 && fs::file_size(folder / "a" / "link") == 5);
  CHECK(fs::copy_file(folder / "a" / "file", folder / "copy") && fs::file_size(folder / "copy") == 5);
  fs::copy(folder / "a", folder / "all", fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  CHECK(fs::read_symlink(folder / "all" / "link") == "file");
  fs::last_write_time(folder / "copy", fs::file_time_type::clock::now() - std::chrono::hours(5));
  CHECK(fs::last_write_time(folder / "copy") < fs::last_write_time(folder / "hard"));
  fs::resize_file(folder / "copy", 2);
  fs::permissions(folder / "copy", fs::perms::owner_read);
  CHECK(fs::file_size(folder / "copy") == 2 && fs::space(folder).capacity > 0);
  CHECK(fs::equivalent(fs::canonical(folder / "a" / ".."), fs::absolute(folder)));
  CHECK(fs::relative(folder / "a", folder) == "a" && !fs::current_path().empty());
  std::error_code error;
  CHECK(!fs::create_directory(folder / "none" / "deeper", error) &&
        error == std::errc::no_such_file_or_directory);
  CHECK(std::distance(fs::recursive_directory_iterator(folder), {}) == 10);
  CHECK(fs::remove_all(folder) == 11);
}

static void format() {
  CHECK(std::format("{:>5}|{:#x}|{:.3f}|{}", 42, 255, 2.5, "w") == "   42|0xff|2.500|w");
  CHECK(std::format("{}|{}|{:.2e}", 0.1, 1e300, 12345.678L) == "0.1|1e+300|1.23e+04");
  CHECK(std::format("{:%F %T}", std::chrono::sys_seconds(std::chrono::seconds(86399))) ==
        "1970-01-01 23:59:59");
  CHECK(std::format(L"{:*^7}", L"w") == L"***w***");
  try {
    (void)std::vformat("{:d}", std::make_format_args("text"));
    CHECK(!"formatted");
  } catch (const std::format_error &) {
  }
}

static void locale() {
  CHECK(std::locale().name() == "C");
  bool isThere = true;
#ifdef __GLIBC__ // has it inside from 2.35 on; an older one aborts on that of a newer machine
  isThere = strverscmp(gnu_get_libc_version(), "2.35") >= 0;
#endif
  std::locale utf8 = isThere ? std::locale("C.UTF-8") : std::locale::classic();
  std::ostringstream out;
  out.imbue(utf8);
  out << 1234567 << ' ' << 2.5;
  CHECK(out.str() == "1234567 2.5");
  struct Grouped : std::numpunct<char> {
    std::string do_grouping() const override { return "\3"; }
    char do_thousands_sep() const override { return '\''; }
  };
  out.str("");
  out.imbue(std::locale(utf8, new Grouped));
  out << 1234567 << std::format(std::locale(utf8, new Grouped), " {:L}", 89000);
  CHECK(out.str() == "1'234'567 89'000");
  const auto &wide = std::use_facet<std::codecvt<wchar_t, char, std::mbstate_t>>(utf8);
  std::mbstate_t state{};
  const char bytes[] = "\xc3\xa4x", *end;
  wchar_t result[4], *to;
  if (isThere) {
    CHECK(wide.in(state, bytes, bytes + 3, end, result, result + 4, to) == std::codecvt_base::ok);
    CHECK(to - result == 2 && result[0] == L'\u00e4');
    CHECK(std::use_facet<std::ctype<wchar_t>>(utf8).toupper(L'\u00e4') == L'\u00c4');
  }
  CHECK(std::use_facet<std::collate<char>>(utf8).compare(bytes, bytes + 2, bytes, bytes + 3) < 0);
  std::istringstream in("2026-11-27");
  std::tm time{};
  in >> std::get_time(&time, "%Y-%m-%d");
  CHECK(in && time.tm_mon == 10 && time.tm_mday == 27);
  try { // musl takes every name for one of C.UTF-8's
    std::locale none("xx_XX.none");
#ifdef __GLIBC__
    CHECK(!"a locale");
#endif
  } catch (const std::runtime_error &) {
  }
}

//===- The rest -------------------------------------------------------------===//

struct alignas(16) Pair {
  long a, b;
  bool operator==(const Pair &) const = default;
};

static void wideAtomics() {
  std::atomic<__int128> number = 0;
  std::atomic<Pair> pair = Pair{0, 0};
  std::atomic<std::array<long, 3>> locked{};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; i++)
    threads.emplace_back([&] {
      for (int j = 0; j < 1000; j++) {
        number.fetch_add((__int128(1) << 64) + 1);
        Pair now = pair;
        while (!pair.compare_exchange_weak(now, {now.a + 1, now.b - 1}))
          ;
        auto old = locked.load();
        while (!locked.compare_exchange_weak(old, {old[0] + 1, old[1] + 2, old[2] + 3}))
          ;
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  CHECK(number == (__int128(4000) << 64) + 4000 && pair.load() == Pair{4000, -4000});
  CHECK(locked.load() == std::array<long, 3>{4000, 8000, 12000});
}

struct Numbers {
  struct promise_type {
    int value = 0;
    std::exception_ptr error;
    Numbers get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int next) { return value = next, std::suspend_always(); }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }
  };
  std::coroutine_handle<promise_type> handle;
};

static Numbers count(int to) {
  Counts inTheFrame;
  for (int i = 1; i <= to; i++)
    co_yield i;
  throw std::range_error("end");
}

static void coroutines() {
  made = destroyed = 0;
  Numbers numbers = count(3);
  int sum = 0;
  std::thread([&] { numbers.handle.resume(); }).join(); // it may go on in another thread
  for (; !numbers.handle.done(); numbers.handle.resume())
    sum += numbers.handle.promise().value;
  CHECK(sum == 6 && made == 1 && destroyed == 1);
  try {
    std::rethrow_exception(numbers.handle.promise().error);
  } catch (const std::range_error &e) {
    CHECK(std::strcmp(e.what(), "end") == 0);
  }
  numbers.handle.destroy();
}

static void randomDevice() {
  std::random_device device, other("/dev/urandom");
  auto a = device(), b = device(), c = other();
  CHECK(a != b || b != c);
}

static void memory() {
  std::pmr::synchronized_pool_resource pool;
  std::pmr::vector<std::pmr::string> strings(&pool);
  for (int i = 0; i < 100; i++)
    strings.emplace_back("a string that is longer than its object");
  struct alignas(256) Wide {
    char bytes[256];
  };
  auto wide = std::make_unique<Wide>();
  CHECK(reinterpret_cast<uintptr_t>(wide.get()) % 256 == 0);
  try {
    volatile std::size_t huge = std::size_t(-1) / 4;
    std::vector<char> none(huge);
    CHECK(!"allocated");
  } catch (const std::bad_alloc &) {
  }
}

// Uses the stack down to `end`, in frames of at least 1 KiB.
[[gnu::noinline]] static int downTo(char *end) {
  volatile char frame[1024];
  frame[0] = 1;
  char *here = reinterpret_cast<char *>(const_cast<char *>(frame));
  return here - end < 4096 ? 0 : downTo(end) + frame[0];
}

static size_t stackSize;
static void fullStack() {
  size_t size = 0, guard = 0;
  int frames = 0;
  std::thread([&] {
    pthread_attr_t attributes;
    void *lowest = nullptr;
    pthread_getattr_np(pthread_self(), &attributes);
    pthread_attr_getstack(&attributes, &lowest, &size);
    pthread_attr_getguardsize(&attributes, &guard); // glibc before 2.27 has it inside
    pthread_attr_destroy(&attributes);
    frames = downTo(static_cast<char *>(lowest) + guard);
  }).join();
  CHECK(frames > 50 && size / 1024 <= frames + 64 + size / 4096);
  if (stackSize != 0)
    CHECK(size / 1024 >= stackSize && size / 1024 < stackSize + 64);
}

int main(int argc, char **argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // a crash shows where
  if (argc > 1)
    stackSize = std::strtoul(argv[1], nullptr, 10);
  constexpr struct {
    const char *name;
    void (*function)();
  } parts[] = {{"thread_local", threadLocals},
               {"exit", exits},
               {"exceptions across threads", exceptionsAcrossThreads},
               {"atomic wait", atomicWait},
               {"call_once", callOnce},
               {"filesystem", filesystem},
               {"format", format},
               {"locale", locale},
               {"16-byte atomics", wideAtomics},
               {"coroutines", coroutines},
               {"random_device", randomDevice},
               {"memory", memory},
               {"full stack", fullStack}};
  for (const auto &[name, function] : parts) {
    int before = failures;
    try {
      function();
    } catch (const std::exception &e) {
      std::printf("FAILED: %s threw %s\n", name, e.what());
      failures++;
    }
    if (failures == before)
      std::printf("%s\n", name);
  }
  if (failures == 0)
    std::puts("ok runtimes");
  return failures != 0;
}
