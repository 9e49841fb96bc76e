#include <array>
#include <cstdint>
#include <utility>
struct base { virtual ~base() = default; virtual int get() const = 0; };
struct derived final : base { std::array<std::uint8_t, 4> all{}; int get() const override { return all[2]; } };
int use(const base &b) { return b.get() + derived{}.get(); }
void *operator new(std::size_t n, int) noexcept;
base *make() { return new (3) derived; }
