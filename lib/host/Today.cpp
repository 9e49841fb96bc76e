#include "Today.h"
#include <chrono>

namespace lambdacc {

static std::string twoDigits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// Not by strftime: with a static glibc it brings 130 KB of locales and time zones.
std::string today() {
  std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return std::to_string(int(day.year())) + "-" + twoDigits(unsigned(day.month())) + "-" +
         twoDigits(unsigned(day.day()));
}

} // namespace lambdacc
