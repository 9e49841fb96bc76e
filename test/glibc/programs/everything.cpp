// everything: what a C++ program needs of the C++ library, the unwinder and glibc. Prints `ok` lines, and
// exits with 0 if all of them hold. C++17; link with -lpthread.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <future>
#include <iomanip>
#include <iostream>
#include <mutex>
#include <random>
#include <regex>
#include <shared_mutex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

static int failures;

static void check(bool holds, const char *what, int line) {
  if (holds)
    return;
  std::cout << "FAILED: " << what << ", everything.cpp:" << line << std::endl;
  failures++;
}
#define CHECK(...) check(bool(__VA_ARGS__), #__VA_ARGS__, __LINE__)

static void test(const char *name, void (*function)()) {
  int before = failures;
  try {
    function();
  } catch (const std::exception &e) {
    std::cout << "FAILED: " << name << " threw " << e.what() << std::endl;
    failures++;
  }
  if (failures == before)
    std::cout << "ok " << name << std::endl;
}

struct Counted {
  static inline std::atomic<int> constructed{0}, destroyed{0};
  int value = 1;
  Counted() { constructed++; }
  ~Counted() { destroyed++; }
};

// Its constructor must run before main, and exactly once.
static volatile int globals;
static struct Global {
  Global() { globals++; }
} global;

static void constructors() { CHECK(globals == 1); }

static void threads() {
  std::mutex mutex;
  std::shared_mutex shared;
  std::once_flag flag;
  int sum = 0;
  std::atomic<int> once{0};
  std::vector<std::thread> all;
  for (int i = 0; i < 8; i++)
    all.emplace_back([&, i] {
      std::call_once(flag, [&] { once++; });
      std::shared_lock reader(shared);
      std::lock_guard lock(mutex);
      sum += i;
    });
  for (std::thread &thread : all)
    thread.join();
  CHECK(sum == 28 && once == 1);
  CHECK(std::thread::hardware_concurrency() > 0);
  auto before = std::chrono::steady_clock::now();
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  CHECK(std::chrono::steady_clock::now() - before >= std::chrono::milliseconds(5));
  std::timed_mutex timed;
  std::lock_guard lock(timed);
  CHECK(!std::async(std::launch::async, [&] {
           return timed.try_lock_for(std::chrono::milliseconds(10));
         }).get());
}

static void async() {
  auto later = std::async(std::launch::async, [] { return 42; });
  CHECK(later.wait_for(std::chrono::seconds(20)) == std::future_status::ready && later.get() == 42);
  auto thrower = std::async(std::launch::async, []() -> int { throw std::out_of_range("async"); });
  try {
    (void)thrower.get();
    CHECK(!"thrown");
  } catch (const std::out_of_range &e) {
    CHECK(std::string(e.what()) == "async");
  }
  std::promise<std::string> promise;
  auto future = promise.get_future();
  std::thread thread([&] { promise.set_value_at_thread_exit("promised"); });
  CHECK(future.get() == "promised");
  thread.join();
  try {
    std::future<int> broken = std::promise<int>().get_future();
    (void)broken.get();
    CHECK(!"broken");
  } catch (const std::future_error &e) {
    CHECK(e.code() == std::future_errc::broken_promise);
  }
}

static void conditions() {
  std::mutex mutex;
  std::condition_variable condition;
  std::unique_lock lock(mutex);
  auto before = std::chrono::steady_clock::now();
  CHECK(!condition.wait_for(lock, std::chrono::milliseconds(20), [] { return false; }));
  CHECK(std::chrono::steady_clock::now() - before >= std::chrono::milliseconds(20));
  CHECK(!condition.wait_until(lock, std::chrono::system_clock::now() + std::chrono::milliseconds(5),
                              [] { return false; }));
  bool ready = false;
  std::thread thread([&] {
    std::lock_guard guard(mutex);
    ready = true;
    condition.notify_one();
  });
  CHECK(condition.wait_for(lock, std::chrono::seconds(20), [&] { return ready; }));
  lock.unlock();
  thread.join();
}

static void filesystem() {
  namespace fs = std::filesystem;
  fs::path folder = fs::temp_directory_path() / ("everything-" + std::to_string(getpid()));
  CHECK(fs::create_directories(folder / "a" / "b"));
  std::ofstream(folder / "a" / "file") << "12345";
  fs::create_symlink("file", folder / "a" / "link");
  CHECK(fs::file_size(folder / "a" / "link") == 5 && fs::is_symlink(folder / "a" / "link"));
  CHECK(fs::copy_file(folder / "a" / "file", folder / "copy") &&
        fs::equivalent(folder / "a" / "file", folder / "a" / "link"));
  fs::rename(folder / "copy", folder / "renamed");
  fs::permissions(folder / "renamed", fs::perms::owner_read);
  CHECK((fs::status(folder / "renamed").permissions() & fs::perms::all) == fs::perms::owner_read);
  auto age = fs::file_time_type::clock::now() - fs::last_write_time(folder / "renamed");
  CHECK(age > std::chrono::seconds(-60) && age < std::chrono::hours(1));
  int entries = 0;
  for (const fs::directory_entry &entry : fs::recursive_directory_iterator(folder))
    entries += entry.exists();
  CHECK(entries == 5);
  CHECK(fs::space(folder).capacity > 0 &&
        fs::canonical(folder / "a" / ".." / "a") == fs::canonical(folder) / "a");
  std::error_code error;
  CHECK(fs::file_size(folder / "none", error) == std::uintmax_t(-1) &&
        error == std::errc::no_such_file_or_directory);
  try {
    fs::rename(folder / "none", folder / "other");
    CHECK(!"renamed");
  } catch (const fs::filesystem_error &e) {
    CHECK(e.path1() == folder / "none");
  }
  CHECK(fs::remove_all(folder) == 6 && !fs::exists(folder));
}

static void regex() {
  std::smatch match;
  std::string text = "lambda-cc links for 2.17 and 2.36";
  CHECK(std::regex_search(text, match, std::regex("([0-9]+)\\.([0-9]+)")) && match[2] == "17");
  CHECK(std::regex_replace(text, std::regex("2\\.(\\d+)"), "[$1]") == "lambda-cc links for [17] and [36]");
  try {
    std::regex broken("(");
    CHECK(!"a regex");
  } catch (const std::regex_error &) {
  }
}

static void iostream() {
  std::ostringstream out;
  out << std::hex << 255 << ' ' << std::setprecision(3) << std::fixed << 2.5 << ' ' << std::boolalpha << true;
  CHECK(out.str() == "ff 2.500 true");
  std::istringstream in("42 2.5 text");
  int number;
  double real;
  std::string word;
  CHECK(in >> number >> real >> word && number == 42 && real == 2.5 && word == "text");
  CHECK(std::locale().name() == "C" &&
        std::use_facet<std::numpunct<char>>(std::locale()).decimal_point() == '.');
  try {
    std::locale none("xx_XX.none");
    CHECK(!"a locale");
  } catch (const std::runtime_error &) {
  }
  std::time_t zero = 0;
  out.str("");
  out << std::put_time(std::gmtime(&zero), "%Y-%m-%d");
  CHECK(out.str() == "1970-01-01");
}

// glibc's qsort is the C frame: it is compiled so that exceptions pass.
static int throwing_compare(const void *, const void *) {
  Counted in_the_way;
  throw std::runtime_error("through qsort");
}

[[noreturn]] static void nest(int depth) {
  Counted in_the_way;
  try {
    if (depth == 0)
      throw std::invalid_argument("innermost");
    nest(depth - 1);
  } catch (...) {
    std::throw_with_nested(std::runtime_error("level " + std::to_string(depth)));
  }
}

static std::string unnest(const std::exception &e) {
  try {
    std::rethrow_if_nested(e);
  } catch (const std::exception &inner) {
    return std::string(e.what()) + " > " + unnest(inner);
  }
  return e.what();
}

struct Base {
  virtual ~Base() = default;
};
struct Derived : Base {};
struct Other : Base {};

static void exceptions() {
  Counted::constructed = Counted::destroyed = 0;
  int numbers[] = {3, 1, 2};
  try {
    std::qsort(numbers, 3, sizeof *numbers, throwing_compare);
    CHECK(!"thrown");
  } catch (const std::runtime_error &e) {
    CHECK(std::string(e.what()) == "through qsort");
  }
  try {
    nest(2);
  } catch (const std::exception &e) {
    CHECK(unnest(e) == "level 2 > level 1 > level 0 > innermost");
  }
  CHECK(Counted::constructed == 4 && Counted::destroyed == 4);

  std::exception_ptr pointer;
  std::thread([&] {
    try {
      throw std::domain_error("in a thread");
    } catch (...) {
      pointer = std::current_exception();
    }
  }).join();
  try {
    std::rethrow_exception(pointer);
  } catch (const std::domain_error &e) {
    CHECK(std::string(e.what()) == "in a thread");
  }
  CHECK(std::uncaught_exceptions() == 0);

  Derived derived;
  Base &base = derived;
  CHECK(dynamic_cast<Derived *>(&base) == &derived && !dynamic_cast<Other *>(&base));
  try {
    (void)dynamic_cast<Other &>(base);
    CHECK(!"cast");
  } catch (const std::bad_cast &) {
  }
  try {
    throw Derived();
  } catch (const Base &caught) {
    CHECK(typeid(caught) == typeid(Derived));
  }
  try {
    std::thread thread;
    thread.join();
    CHECK(!"joined");
  } catch (const std::system_error &e) {
    CHECK(e.code() == std::errc::invalid_argument || e.code() == std::errc::no_such_process);
  }
  try {
    volatile std::size_t huge = std::size_t(-1) / 4;
    std::vector<char> memory(huge);
    CHECK(!"allocated");
  } catch (const std::bad_alloc &) {
  }
}

static thread_local Counted local;

static void thread_locals() {
  Counted::constructed = Counted::destroyed = 0;
  for (int i = 0; i < 4; i++)
    std::thread([] { local.value++; }).join();
  CHECK(Counted::constructed == 4 && Counted::destroyed == 4);
  std::thread([] {
    thread_local Counted first, second;
    first.value = second.value;
  }).join();
  CHECK(Counted::constructed == 6 && Counted::destroyed == 6);
}

// At exit thread_local objects go first, then static ones and handlers, the newest first. glibc below 2.18
// knows of no thread_local destructors, and what the C++ library does in its place runs them last.
static int exit_pipe = -1;
struct Tracer {
  char what;
  ~Tracer() {
    if (exit_pipe >= 0 && write(exit_pipe, &what, 1) != 1)
      std::abort();
  }
};

static void exits() {
  int ends[2];
  CHECK(pipe(ends) == 0);
  std::cout.flush();
  pid_t child = fork();
  if (child == 0) {
    exit_pipe = ends[1];
    static Tracer first{'1'};
    static Tracer second{'2'};
    thread_local Tracer of_thread{'t'};
    (void)&of_thread;
    std::atexit([] { (void)!write(exit_pipe, "a", 1); });
    std::exit(6);
  }
  close(ends[1]);
  std::string text;
  char c;
  while (read(ends[0], &c, 1) == 1)
    text += c;
  close(ends[0]);
  int status;
  CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 6);
  CHECK(text == "ta21" || text == "a21t");
  if (text != "ta21" && text != "a21t")
    std::cout << "exit traced " << text << std::endl;
}

static void random_numbers() {
  std::random_device device;
  auto a = device(), b = device(), c = device();
  CHECK(a != b || b != c);
  std::mt19937 generator(1);
  CHECK(generator() == 1791095845);
}

int main() {
  test("constructors", constructors);
  test("threads", threads);
  test("async", async);
  test("conditions", conditions);
  test("filesystem", filesystem);
  test("regex", regex);
  test("iostream", iostream);
  test("exceptions", exceptions);
  test("thread_locals", thread_locals);
  test("exits", exits);
  test("random_numbers", random_numbers);
  if (failures == 0)
    std::cout << "ok everything.cpp" << std::endl;
  return failures != 0;
}
