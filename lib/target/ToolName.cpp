#include "ToolName.h"
#include "Failure.h"
#include "Glibc.h"
#include "Text.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

static llvm::Error unknown(std::string headline, StringRef name, ArrayRef<StringRef> candidates) {
  std::vector<std::string> all(candidates.begin(), candidates.end());
  std::vector<std::string> evidence = {"there are " + joinWithAnd(all)};
  StringRef best = nearest(name, candidates);
  if (!best.empty())
    evidence.push_back(text("did you mean '{}'?", {best}));
  return fail(std::move(headline), std::move(evidence));
}

static llvm::Error unknownTarget(StringRef triple) {
  llvm::SmallVector<StringRef> triples;
  for (const Target &target : targets())
    triples.push_back(target.triple);
  return unknown(text("no target '{}'", {triple}), triple, triples);
}

llvm::Expected<Target> parseTriple(StringRef triple) {
  StringRef plain = triple.split('.').first;
  const Target *row = findTarget(plain);
  if (!row || (plain != triple && !row->isGlibc()))
    return unknownTarget(triple);
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingBehind(triple, *row);
  if (!ceiling)
    return ceiling.takeError();
  Target target = *row;
  target.glibc = ceiling->value_or(target.glibc);
  return target;
}

// Parses the rest after the prefix: a role, or a ceiling and a role.
static llvm::Expected<ToolName> parseRole(const Target &target, StringRef prefix, StringRef rest,
                                          ArrayRef<StringRef> roles) {
  if (llvm::is_contained(roles, rest))
    return ToolName{target, false, rest};
  auto [token, role] = rest.split('-');
  if (target.isGlibc() && llvm::is_contained(roles, role)) {
    llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = parseCeilingToken(token);
    if (!ceiling)
      return ceiling.takeError();
    if (ceiling->has_value()) {
      ToolName name{target, true, role};
      name.target.glibc = ceiling->value_or(target.glibc);
      return name;
    }
  }
  return unknown(text("'{}' is not a tool of {}", {rest, prefix}), rest, roles);
}

llvm::Expected<ToolName> parseToolName(StringRef name, ArrayRef<StringRef> roles) {
  for (const Target &target : targets()) {
    for (StringRef prefix : prefixes(target)) {
      StringRef rest = name;
      if (rest.consume_front(prefix) && rest.consume_front("-"))
        return parseRole(target, prefix, rest, roles);
    }
  }

  // An unknown triple: take the part before the longest known role for it.
  StringRef triple = name;
  for (StringRef role : roles) {
    StringRef rest = name;
    if (rest.consume_back(role) && rest.consume_back("-") && rest.size() < triple.size())
      triple = rest;
  }
  return unknownTarget(triple);
}

} // namespace lambdacc
