#include <expected>
#include <mdspan>
#include <utility>
enum class fault { none, some };
std::expected<int, fault> halve(int n) {
  if (n % 2)
    return std::unexpected(fault::some);
  return n / 2;
}
struct counter {
  int n;
  auto &&self(this auto &&s) { return s.n; }
};
int show(int *all) { return int(std::mdspan(all, 2, 2).extent(0)) + std::to_underlying(halve(3).error_or(fault::none)) + counter{1}.self(); }
