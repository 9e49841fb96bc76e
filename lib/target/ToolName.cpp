#include "ToolName.h"
#include "Failure.h"
#include "Text.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

// The one of `candidates` that takes the fewest edits to reach, if it is near enough to have been meant.
static StringRef nearest(StringRef word, ArrayRef<StringRef> candidates) {
  StringRef best;
  unsigned fewest = word.size() / 3 + 2;
  for (StringRef candidate : candidates) {
    unsigned edits = word.edit_distance(candidate, /*AllowReplacements=*/true, fewest);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

static llvm::Error unknown(std::string headline, StringRef word, ArrayRef<StringRef> candidates) {
  std::vector<std::string> all(candidates.begin(), candidates.end());
  std::vector<std::string> evidence = {"there are " + inWords(all)};
  StringRef best = nearest(word, candidates);
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

llvm::Expected<const Target *> parseTriple(StringRef triple) {
  const Target *target = findTarget(triple);
  return target ? llvm::Expected<const Target *>(target) : unknownTarget(triple);
}

llvm::Expected<ToolName> parseToolName(StringRef name, ArrayRef<StringRef> roles) {
  for (const Target &target : targets()) {
    for (StringRef prefix : prefixes(target)) {
      StringRef role = name;
      if (!role.consume_front(prefix) || !role.consume_front("-"))
        continue;
      if (llvm::is_contained(roles, role))
        return ToolName{&target, role};
      return unknown(text("'{}' is not a tool of {}", {role, prefix}), role, roles);
    }
  }

  // No triple of ours. What stands before the longest role that the name ends in was meant as one.
  StringRef triple = name;
  for (StringRef role : roles) {
    StringRef rest = name;
    if (rest.consume_back(role) && rest.consume_back("-") && rest.size() < triple.size())
      triple = rest;
  }
  return unknownTarget(triple);
}

} // namespace lambdacc
