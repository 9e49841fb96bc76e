#include "RuntimeName.h"
#include "Glibc.h"
#include "Instances.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;
using llvm::VersionTuple;

namespace lambdacc {

static constexpr StringRef imagePrefix = "image:", managedPrefix = "managed:";

static std::optional<Runtime> findImage(StringRef name, StringRef libc) {
  if (libc == "musl")
    return Runtime{.name = name, .token = "", .listing = Listing::Musl};
  if (!libc.consume_front("glibc"))
    return std::nullopt;
  for (VersionTuple version : ceilings())
    if (version.getAsString() == libc)
      return Runtime{.name = name, .token = "", .listing = Listing::Glibc, .glibc = version};
  return std::nullopt;
}

// The system of Managed Instances is that of the newest runtime: docs.aws.amazon.com, lambda/latest/dg/
// lambda-managed-instances.
static std::optional<Runtime> findManaged(StringRef name, StringRef instances) {
  std::optional<CpuFloor> floor = floorOfInstances(instances);
  if (!floor)
    return std::nullopt;
  Runtime runtime = runtimes().back();
  runtime.name = name;
  runtime.token = "";
  runtime.cpu = floor;
  return runtime;
}

std::optional<Runtime> findRuntime(StringRef name) {
  if (StringRef libc = name; libc.consume_front(imagePrefix))
    return findImage(name, libc);
  if (StringRef cpu = name; cpu.consume_front(managedPrefix))
    return findManaged(name, cpu);
  for (const Runtime &row : runtimes())
    if (row.name == name)
      return row;
  return std::nullopt;
}

static std::vector<std::string> whyNoImage() {
  llvm::SmallVector<VersionTuple, 20> all = ceilings();
  return {text("an image has its libc in its name: image:glibc{} to image:glibc{}, or image:musl",
               {all.front().getAsString(), all.back().getAsString()})};
}

static std::vector<std::string> whyNoInstances(StringRef name) {
  if (StringRef family = familyOf(name); !family.empty())
    return {text("'{}' is not a size of an instance, as large, 2xlarge or metal", {name.split('.').second}),
            text("managed:{} is the whole family, which has one CPU", {family})};
  return {text("Managed Instances are {}", {familyNames()}),
          text("or name the oldest CPU that your instances have: {}", {joinWithAnd(instanceCpus())}),
          "if they can be any, use provided.al2023"};
}

std::vector<std::string> whyNoRuntime(StringRef name) {
  if (std::string lower = name.lower(); findRuntime(lower))
    return {text("did you mean '{}'?", {lower})};
  if (name.starts_with(imagePrefix))
    return whyNoImage();
  if (StringRef instances = name; instances.consume_front(managedPrefix))
    return whyNoInstances(instances);
  std::vector<std::string> evidence;
  std::vector<StringRef> names;
  StringRef best;
  for (const Runtime &row : runtimes()) {
    evidence.push_back(text("{} has glibc {}", {row.name, row.glibc.getAsString()}));
    names.push_back(row.name);
    if (row.token == name)
      best = row.name;
  }
  evidence.emplace_back("image:glibc2.36 is a container image with that glibc, image:musl one with musl");
  evidence.emplace_back(
      "managed:c8g is Lambda Managed Instances of that family, managed:neoverse-v2 those with that CPU");
  if (best.empty())
    best = nearest(name, names);
  if (!best.empty())
    evidence.push_back(text("did you mean '{}'?", {best}));
  return evidence;
}

} // namespace lambdacc
