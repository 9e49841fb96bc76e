#include "Check.h"
#include "Judge.h"
#include "Remarks.h"
#include "Target.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace lambdacc {

//===- One file -------------------------------------------------------------===//

// The programs that start scripts on an OS-only runtime, in both images.
static constexpr StringRef shells[] = {"/bin/sh", "/bin/bash", "/usr/bin/sh", "/usr/bin/bash"};

// Splits the first line of a script as Linux does.
static llvm::SmallVector<StringRef> splitWords(StringRef line) {
  llvm::SmallVector<StringRef> words;
  while (!(line = line.ltrim(" \t")).empty()) {
    words.push_back(line.substr(0, line.find_first_of(" \t")));
    line = line.drop_front(words.back().size());
  }
  return words;
}

static std::vector<Finding> checkScript(StringRef file, StringRef contents) {
  constexpr size_t longest = 256; // bytes that Linux reads
  StringRef line = contents.take_front(longest).drop_front(2).split('\n').first;
  llvm::SmallVector<StringRef> words = splitWords(line);
  StringRef program = words.empty() ? "" : words[0];
  bool byName = program == "/usr/bin/env"; // both images have it
  if (byName && words.size() > 1)
    program = words[words[1] == "-S" && words.size() > 2 ? 2 : 1];
  if (llvm::any_of(shells, [&](StringRef shell) {
        return program == shell || (byName && program == path::filename(shell));
      }))
    return {{Finding::Ok, "script", text("'{}' is a script of {}", {file, program}), {}}};
  if (program.ends_with("\r"))
    return {{Finding::Error,
             "script",
             text("'{}' is a script with line ends of Windows", {file}),
             {text("Lambda looks for '{}' with a carriage return at its end: use line ends of Unix",
                   {program.rtrim('\r')})}}};
  return {{Finding::Error,
           "script",
           text("'{}' is a script of '{}', which an OS-only runtime does not have", {file, program}),
           {"bring that program, or use a runtime that has it"}}};
}

static std::vector<Finding> checkContents(StringRef file, StringRef contents, const Deployment &deployment,
                                          bool isStarted, llvm::function_ref<bool(StringRef)> isDeployed) {
  if (contents.starts_with("#!"))
    return checkScript(file, contents);
  llvm::Expected<Elf> elf = readElf(contents);
  if (elf && isStarted && !elf->executable)
    return {{Finding::Error,
             "kind",
             text("'{}' is a shared library", {file}),
             {"Lambda starts it, and it ends with signal 11: pack the program"}}};
  if (!elf) {
    Finding finding = asFinding("kind", elf.takeError());
    finding.what = text("'{}' is {}", {file, finding.what});
    finding.advice = {
        "a program for Lambda is an ELF file, as cargo build --target x86_64-unknown-linux-musl makes it"};
    return {std::move(finding)};
  }
  std::vector<Finding> findings =
      judgeForLambda(file, *elf, {deployment.machine, deployment.runtimes, isDeployed});
  if (findings.empty())
    findings.push_back({Finding::Ok,
                        "file",
                        text("'{}' is for {} and runs on {}",
                             {file, architectureName(elf->machine), joinWithAnd(deployment.runtimes)}),
                        {}});
  llvm::append_range(findings, remarks(file, contents));
  return findings;
}

//===- A function or a layer ------------------------------------------------===//

static bool isIn(StringRef file, StringRef folder) {
  return file.consume_front(folder) && file.consume_front("/") && !file.contains('/');
}

// What Lambda starts: the function, and the extensions of a layer.
static bool isStarted(StringRef file) { return file == "bootstrap" || isIn(file, "extensions"); }

// A zip for pip, which lays it out in a layer or function.
static bool isWheel(StringRef file) { return file.ends_with_insensitive(".whl"); }

static std::string sizeInMegabytes(uint64_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

// The folders of a layer: those on PATH and LD_LIBRARY_PATH, extensions, and those of managed runtimes.
static constexpr StringRef layerFolders[] = {"bin", "extensions", "java", "lib", "nodejs", "python", "ruby"};

// A file at the top of a function for a managed runtime, which starts the function without a bootstrap.
static constexpr StringRef handlers[] = {".cjs", ".js", ".mjs", ".py", ".rb"};

// The bootstrap itself, or a file that an OS-only runtime does not use.
static bool needsNoBootstrap(StringRef file) {
  auto [folder, rest] = file.split('/');
  if (rest.empty())
    return file == "bootstrap" || llvm::is_contained(handlers, path::extension(file));
  return llvm::is_contained(layerFolders, folder);
}

static void checkBootstrap(StringRef name, const Package &package, std::vector<Finding> &findings) {
  const std::vector<PackedFile> &files = package.files();
  if (isWheel(name) ||
      llvm::any_of(files, [](const PackedFile &file) { return needsNoBootstrap(file.path); }))
    return;
  std::vector<std::string> advice = {
      "Lambda reports 'Couldn't find valid bootstrap(s)': it starts the file of that "
      "name at the top"};
  for (const DanglingLink &link : package.danglingLinks())
    if (link.path == "bootstrap")
      advice.push_back(
          text("bootstrap is a link to '{}', and that is not a file of the package", {link.target}));
  for (const PackedFile &file : files)
    if (path::filename(file.path) == "bootstrap") {
      bool isOutside = StringRef(file.path).starts_with("/") || StringRef(file.path).starts_with("../");
      advice.push_back(text(isOutside ? "there is {}: pack it without a folder"
                                      : "there is {}: pack what is in its folder, not the folder",
                            {file.path}));
    }
  if (files.size() == 1 && advice.size() == 1)
    advice.push_back(text("rename {}", {files.front().path}));
  findings.push_back(
      {Finding::Error, "bootstrap", text("'{}' has no 'bootstrap'", {name}), std::move(advice)});
}

// A function runs as a user that does not own the files of a package.
static void checkMode(StringRef file, unsigned mode, bool isStarted, std::vector<Finding> &findings) {
  unsigned needed = isStarted ? fs::others_read | fs::others_exe : fs::others_read;
  if ((mode & needed) == needed)
    return;
  bool nobodys = isStarted && !(mode & fs::all_exe);
  StringRef cure = nobodys ? "+x" : isStarted ? "755" : "644";
  findings.push_back({Finding::Error,
                      "mode",
                      nobodys ? text("'{}' is not executable", {file})
                              : text("'{}' can't be read by all, and functions don't own it", {file}),
                      {text("Lambda reports 'permission denied': chmod {} before it is packed", {cure})}});
}

// Appends `ofFile`, without "ok" if the file has an error.
static void addFindings(std::vector<Finding> &findings, std::vector<Finding> ofFile) {
  if (hasError(ofFile))
    llvm::erase_if(ofFile, [](const Finding &finding) { return finding.severity == Finding::Ok; });
  llvm::append_range(findings, std::move(ofFile));
}

std::vector<Finding> checkPackage(StringRef name, Package &package, const Deployment &deployment) {
  std::vector<Finding> findings;
  checkBootstrap(name, package, findings);

  const std::vector<PackedFile> &files = package.files();
  llvm::StringSet<> brought; // names of libraries: LD_LIBRARY_PATH has the top, and lib/
  uint64_t size = 0;
  for (const PackedFile &file : files) {
    if (isIn(file.path, "lib") || !StringRef(file.path).contains('/'))
      brought.insert(path::filename(file.path));
    brought.insert(file.path); // as a program in /var/task can name it
    size = llvm::SaturatingAdd(size, file.size);
  }
  if (size > largestPackage)
    findings.push_back(
        {Finding::Warning,
         "size",
         text("'{}' is {} unpacked", {name, sizeInMegabytes(size)}),
         {"Lambda takes 250 MB of a function with its layers: strip the program, or deploy a container "
          "image"}});

  for (StringRef file : package.specialFiles())
    findings.push_back({Finding::Error,
                        "read",
                        text("'{}:{}' is not a regular file", {name, file}),
                        {"a package can't hold it: remove it"}});

  uint64_t left = package.most();
  for (size_t i = 0; i < files.size(); ++i) {
    if (!files[i].whyNotUnpacked.empty()) {
      findings.push_back({Finding::Error,
                          "read",
                          text("'{}:{}' can't be unpacked", {name, files[i].path}),
                          {files[i].whyNotUnpacked}});
      continue;
    }
    std::string start = package.start(i);
    bool started = isStarted(files[i].path);
    bool isElf = StringRef(start).starts_with("\x7f"
                                              "ELF");
    if (!isElf && !started)
      continue;
    std::string file = text("{}:{}", {name, files[i].path});
    std::vector<Finding> ofFile;
    checkMode(file, files[i].mode, started, ofFile);
    if (files[i].size > left) {
      addFindings(findings, std::move(ofFile));
      findings.push_back(
          {Finding::Error,
           "size",
           text("'{}' is not checked from '{}' on", {name, files[i].path}),
           {"up to there, its programs and libraries unpack to more than the 250 MB that Lambda "
            "takes of a function with its layers"}});
      break;
    }
    left -= files[i].size;
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents = package.contents(i);
    if (contents)
      llvm::append_range(ofFile, checkContents(file, (*contents)->getBuffer(), deployment, started,
                                               [&](StringRef soname) { return brought.contains(soname); }));
    else
      ofFile.push_back(asFinding("read", contents.takeError()));
    addFindings(findings, std::move(ofFile));
  }
  return findings;
}

std::vector<Finding> check(StringRef file, const Deployment &deployment) {
  bool isFolder = fs::is_directory(file);
  if (isFolder || file.ends_with_insensitive(".zip") || isWheel(file)) {
    llvm::Expected<std::unique_ptr<Package>> package = isFolder ? openFolder(file) : openZip(file);
    if (!package)
      return {asFinding("read", package.takeError())};
    return checkPackage(file, **package, deployment);
  }
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents = readRegularFile(file);
  if (!contents)
    return {asFinding("read", contents.takeError())};
  return checkContents(file, (*contents)->getBuffer(), deployment, /*isStarted=*/false,
                       [](StringRef) { return false; });
}

} // namespace lambdacc
