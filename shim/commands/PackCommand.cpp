// lambda-cc package: a zip of a function or a layer, with the libraries that it needs.
#include "DeploymentOptions.h"
#include "Failure.h"
#include "Folder.h"
#include "Packing.h"
#include "Print.h"
#include "Text.h"
#include "WholeFile.h"
#include "Zip.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;
namespace fs = llvm::sys::fs;

namespace lambdacc {

static constexpr Option outputOption = {
    .name = "-o", .value = "FILE", .help = "the zip; without it function.zip, or layer.zip"};
static constexpr Option searchOption = {
    .name = "--search", .value = "D", .help = "look for libraries in this folder, too; can be repeated"};
static constexpr Option includeOption = {
    .name = "--include",
    .value = "F",
    .help = "also this file or folder, as F=PLACE at that place; can be repeated"};
static constexpr Option layerOption = {.name = "--layer",
                                       .help = "make a layer: libraries in lib/, programs in bin/"};
static constexpr Option extensionOption = {.name = "--extension",
                                           .help = "make a layer with the program in extensions/"};
static constexpr Option forceOption = {.name = "--force", .help = "overwrite the zip"};

static llvm::Expected<PackingRequest> requestOf(const Session &session, const Arguments &arguments) {
  PackingRequest request;
  bool isLayer = arguments.has(layerOption.name), isExtension = arguments.has(extensionOption.name);
  request.kind = isExtension ? PackageKind::Extension : isLayer ? PackageKind::Layer : PackageKind::Function;
  request.files.assign(arguments.positionals.begin(), arguments.positionals.end());
  if (isLayer && isExtension)
    return failUsage("--layer and --extension", {"a layer with extensions needs --extension alone"});
  if (request.kind == PackageKind::Function && request.files.size() > 1)
    return failUsage(text("unexpected argument '{}'", {request.files[1]}),
                     {"a function has one program: --include adds a file"});
  llvm::Expected<Deployment> deployment = deploymentOf(session, arguments);
  if (!deployment)
    return deployment.takeError();
  request.deployment = std::move(*deployment);
  for (const auto &[name, value] : arguments.options) {
    if (name == searchOption.name) {
      if (!fs::is_directory(value))
        return fail(text("no folder '{}'", {value}), {"--search names it"});
      request.folders.push_back(value.str());
    }
    if (name == includeOption.name) {
      llvm::Expected<Include> include = parseInclude(value);
      if (!include)
        return include.takeError();
      request.includes.push_back(std::move(*include));
    }
  }
  return request;
}

static llvm::Error cannotWrite(StringRef file, StringRef why) {
  return fail(text("'{}' can't be written", {file}), {why.str()});
}

static llvm::Error checkOutput(const std::string &output, bool overwrites) {
  fs::file_status status;
  if (fs::status(output, status))
    return llvm::Error::success(); // it is new, or the write reports it
  if (fs::is_directory(status) || !fs::is_regular_file(status))
    return cannotWrite(output, notRegular);
  if (!overwrites)
    return fail(text("'{}' exists", {output}), {text("{} overwrites it", {forceOption.name})});
  return llvm::Error::success();
}

// A second call would pack the zip of the first.
static llvm::Error checkPacksItself(const std::string &output, const Packing &packing) {
  for (const Piece &piece : packing.pieces)
    if (fs::equivalent(piece.file, output))
      return fail(text("'{}' is the zip and a file in it", {output}),
                  {"choose another place for the zip with -o"});
  return llvm::Error::success();
}

// The warnings and errors. Notes are on what the link of the program has chosen: `check` prints them.
static void print(const Session &session, std::vector<Finding> &findings) {
  for (Finding &finding : findings) {
    if (finding.severity == Finding::Warning)
      printWarning(session.prog, finding.what, finding.advice);
    if (finding.severity == Finding::Error)
      (void)report(session.prog, fail(std::move(finding.what), std::move(finding.advice)));
  }
}

static llvm::Error write(const Session &session, const std::string &output, const Packing &packing,
                         const Deployment &deployment, bool overwrites) {
  std::vector<ZipEntry> entries;
  for (const Piece &piece : packing.pieces)
    entries.push_back({piece.place, piece.mode, piece.contents->getBuffer()});
  llvm::Expected<std::string> zip = zipOf(std::move(entries));
  if (!zip)
    return zip.takeError();
  std::string folder = folderOf(output);
  if (!fs::is_directory(folder))
    return cannotWrite(output, text("there is no folder '{}'", {folder}));
  llvm::Expected<FolderLock> lock = FolderLock::take(folder);
  if (!lock)
    return cannotWrite(output, toString(lock.takeError()));
  if (llvm::Error error = checkOutput(output, overwrites)) // another process may have made it
    return error;
  if (llvm::Error error = writeWhole(output, *zip))
    return cannotWrite(output, toString(std::move(error)));
  if (std::optional<Finding> finding = judgeUpload(output, zip->size()); finding && !deployment.isImage())
    printWarning(session.prog, finding->what, finding->advice);
  return llvm::Error::success();
}

static llvm::Expected<int> runPack(const Session &session, const Arguments &arguments) {
  llvm::Expected<PackingRequest> request = requestOf(session, arguments);
  if (!request)
    return request.takeError();
  std::string output = request->kind == PackageKind::Function ? "function.zip" : "layer.zip";
  if (arguments.has(outputOption.name))
    output = arguments.last(outputOption.name).str();
  bool overwrites = arguments.has(forceOption.name);
  if (llvm::Error error = checkOutput(output, overwrites))
    return std::move(error);
  Packing packing = packingOf(output, *request);
  llvm::append_range(packing.findings, checkRuntimes(session, arguments, request->deployment));
  if (llvm::Error error = checkPacksItself(output, packing))
    return std::move(error);
  bool isRefused = hasError(packing.findings);
  print(session, packing.findings);
  if (isRefused)
    return 1;
  if (llvm::Error error = write(session, output, packing, request->deployment, overwrites))
    return std::move(error);
  return 0;
}

static constexpr Option options[] = {outputOption,   searchOption,    includeOption,
                                     layerOption,    extensionOption, forceOption,
                                     deployedOption, archOption,      withOption};
const Subcommand packCommand = {.name = "package",
                                .positionals = "FILE...",
                                .count = Positionals::Many,
                                .help = "make the zip of a program with its libraries, or a layer",
                                .options = options,
                                .run = runPack};

} // namespace lambdacc
