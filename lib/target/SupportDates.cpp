#include "SupportDates.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace lambdacc {

// Days in this form compare as texts. A change counts from the beginning of its day.
static bool hasCome(StringRef day, StringRef today) { return day <= today; }

static std::string updatesText(const Support &support, StringRef today) {
  return text(hasCome(support.updates, today) ? "functions can't be updated since {}"
                                              : "functions can be updated until {}",
              {support.updates});
}

std::string supportText(const Runtime &runtime, StringRef today) {
  if (!runtime.support)
    return "";
  if (!hasCome(runtime.support->ends, today))
    return text("supported until {}", {runtime.support->ends});
  return text("support ended on {}; {}", {runtime.support->ends, updatesText(*runtime.support, today)});
}

std::optional<Finding> outOfSupport(const Runtime &runtime, StringRef today) {
  if (!runtime.support || !hasCome(runtime.support->ends, today))
    return std::nullopt;
  std::vector<std::string> advice = {updatesText(*runtime.support, today)};
  if (const Runtime &newest = runtimes().back(); newest.support && !hasCome(newest.support->ends, today))
    advice.push_back(text("deploy to {}", {newest.name}));
  return Finding{Finding::Warning, "runtime",
                 text("AWS ended its support of {} on {}", {runtime.name, runtime.support->ends}),
                 std::move(advice)};
}

} // namespace lambdacc
