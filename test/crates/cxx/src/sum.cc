#include "cxx/src/sum.h"
#include "cxx/src/main.rs.h"
#include <numeric>
#include <stdexcept>

int sum(const std::vector<int> &numbers) { return std::accumulate(numbers.begin(), numbers.end(), 0); }

std::unique_ptr<std::vector<int>> numbers(int count) {
  auto all = std::make_unique<std::vector<int>>();
  for (int i = 1; i <= count; ++i)
    all->push_back(twice(i));
  return all;
}

rust::String shout(rust::Str text) {
  if (text.empty())
    throw std::runtime_error("nothing to shout");
  return std::string(text) + "!";
}
