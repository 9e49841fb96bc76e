#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>
std::string join(const std::vector<std::string> &words) {
  std::map<std::string, int> seen;
  std::string all;
  for (const auto &word : words)
    if (!seen[word]++)
      all += word + ' ';
  std::sort(all.begin(), all.end());
  return *std::make_unique<std::string>(std::move(all));
}
