#include <concepts>
#include <optional>
#include <ranges>
#include <span>
#include <variant>
template <std::integral T> T total(std::span<const T> all) {
  T sum{};
  for (T n : all | std::views::filter([](T n) { return n > 2; }))
    sum += n;
  return sum;
}
std::optional<int> tell(const std::variant<int, double> &v) {
  if (auto *n = std::get_if<int>(&v))
    return total<int>({n, 1});
  return std::nullopt;
}
