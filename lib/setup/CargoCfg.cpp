// cargo queries rustc for the facts of a target (rustc --print cfg). Those of our targets are the same in
// each rustc but for target_feature, of which these are the ones without flags (1.95).
#include "CargoCfg.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

static bool isName(StringRef name) { return name == "unix" || name == "debug_assertions"; }

static bool isPair(StringRef key, StringRef value, const Target &target) {
  bool isX86 = target.arch == llvm::Triple::x86_64;
  if (key == "target_arch")
    return value == (isX86 ? "x86_64" : "aarch64");
  if (key == "target_env")
    return value == (target.isGlibc() ? "gnu" : "musl");
  if (key == "target_feature")
    return (value == "crt-static" && !target.isGlibc()) || (value == "neon" && !isX86) ||
           (isX86 && llvm::is_contained({"fxsr", "sse", "sse2"}, value));
  if (key == "target_has_atomic")
    return llvm::is_contained({"8", "16", "32", "64", "ptr"}, value) || (value == "128" && !isX86);
  static constexpr struct {
    llvm::StringLiteral key, value;
  } same[] = {{"target_os", "linux"},      {"target_family", "unix"},    {"target_pointer_width", "64"},
              {"target_endian", "little"}, {"target_vendor", "unknown"}, {"target_abi", ""},
              {"panic", "unwind"}};
  return llvm::any_of(same, [&](const auto &row) { return row.key == key && row.value == value; });
}

namespace {
// A recursive descent over what is left of an expression. An expression with an error (`failed`) matches
// nothing.
struct Parser {
  StringRef rest;
  const Target &target;
  bool failed = false;
  unsigned depth = 0;

  bool consume(StringRef token) {
    rest = rest.ltrim();
    return rest.consume_front(token);
  }
  void expect(StringRef token) { failed |= !consume(token); }

  StringRef name() {
    rest = rest.ltrim();
    StringRef name = rest.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
    failed |= name.empty();
    rest = rest.drop_front(name.size());
    return name;
  }

  // all(…), any(…) or not(…), from behind the parenthesis.
  bool list(StringRef kind) {
    unsigned number = 0, matching = 0;
    while (!failed && !consume(")")) {
      matching += expression();
      ++number;
      if (!consume(",")) {
        expect(")");
        break;
      }
    }
    if (kind == "all")
      return matching == number;
    if (kind == "any")
      return matching != 0;
    failed |= kind != "not" || number != 1;
    return matching == 0;
  }

  bool expression() {
    constexpr unsigned deepest = 100;
    if (++depth > deepest)
      failed = true;
    if (failed)
      return false;
    StringRef key = name();
    bool matches = false;
    if (consume("(")) {
      matches = list(key);
    } else if (consume("=")) {
      expect("\"");
      StringRef value = rest.take_until([](char c) { return c == '"'; });
      rest = rest.drop_front(value.size());
      expect("\"");
      matches = isPair(key, value, target);
    } else {
      matches = key == "true" || isName(key);
    }
    --depth;
    return matches;
  }
};
} // namespace

bool matchesCfg(StringRef key, const Target &target) {
  Parser parser{key, target};
  parser.expect("cfg");
  parser.expect("(");
  bool matches = parser.expression();
  parser.expect(")");
  return matches && !parser.failed && parser.rest.trim().empty();
}

} // namespace lambdacc
