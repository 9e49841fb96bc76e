#include "Check.h"
#include "Judge.h"
#include "Remarks.h"
#include "Target.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
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

static std::vector<Finding> checkScript(StringRef file, StringRef contents, const Deployment &deployment) {
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
  if (deployment.isImage())
    return {{Finding::Note,
             "script",
             text("'{}' is a script of '{}', which {} must have",
                  {file, program, deployment.runtimes.front().name}),
             {}}};
  return {{Finding::Error,
           "script",
           text("'{}' is a script of '{}', which an OS-only runtime does not have", {file, program}),
           {"bring that program, or use a runtime that has it"}}};
}

// `place` is where the file is on Lambda.
static std::vector<Finding> checkContents(StringRef file, StringRef contents, const Deployment &deployment,
                                          bool isStarted, StringRef place, const Brought &brought) {
  if (contents.starts_with("#!"))
    return checkScript(file, contents, deployment);
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
  auto wanted = [&](StringRef soname) { return Wanted{soname, elf->machine, place, elf->folders}; };
  auto has = [&](StringRef soname) { return brought.has(wanted(soname)); };
  auto whyNot = [&](StringRef soname) { return brought.whyNot(wanted(soname)); };
  std::vector<const Runtime *> runtimes;
  for (const Runtime &runtime : deployment.runtimes)
    runtimes.push_back(&runtime);
  std::vector<Finding> findings = judgeForLambda(
      file, *elf,
      {.machine = deployment.machine, .runtimes = runtimes, .isDeployed = has, .whyNotDeployed = whyNot});
  if (findings.empty())
    findings.push_back(
        {Finding::Ok,
         "file",
         text("'{}' is for {} and runs on {}", {file, architectureName(elf->machine), joinWithAnd(runtimes)}),
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

// The folders of a layer: those on PATH and LD_LIBRARY_PATH, extensions, and those of managed runtimes.
static constexpr StringRef layerFolders[] = {"bin", "extensions", "java", "lib", "nodejs", "python", "ruby"};

// What a managed runtime starts: it needs no bootstrap. A handler may be in a folder, as src/index.mjs.
static constexpr StringRef managedFiles[] = {".cjs", ".class", ".dll", ".jar", ".js", ".mjs", ".py", ".rb"};

static bool isElf(StringRef start) {
  return start.starts_with("\x7f"
                           "ELF");
}

static bool isLibrary(StringRef file) { return file.contains(".so") || file.ends_with(".node"); }

namespace {
// What the files of a package without a bootstrap show.
struct Shown {
  bool isManaged = false;  // for a managed runtime
  bool hasHandler = false; // the same outside of the folders of a layer
  bool isLayer = false;    // has a folder of a layer
  bool hasProgram = false; // at the top, as a function under its own name is
  bool isBelow = false;    // a bootstrap in a folder

  explicit Shown(Package &package) {
    const std::vector<PackedFile> &files = package.files();
    for (size_t i = 0; i < files.size(); ++i) {
      auto [folder, rest] = StringRef(files[i].path).split('/');
      bool isManagedFile = llvm::is_contained(managedFiles, path::extension(files[i].path));
      bool isInLayerFolder = !rest.empty() && llvm::is_contained(layerFolders, folder);
      isManaged |= isManagedFile;
      hasHandler |= isManagedFile && !isInLayerFolder;
      isLayer |= isInLayerFolder;
      hasProgram |= rest.empty() && !isLibrary(folder) && isElf(package.start(i));
      isBelow |= rest == "bootstrap";
    }
  }
};
} // namespace

static bool isOutside(StringRef file) {
  return file.starts_with("/") || ("/" + file + "/").str().find("/../") != std::string::npos;
}

static bool hasBootstrap(const Package &package) {
  return llvm::any_of(package.files(), [](const PackedFile &file) { return file.path == "bootstrap"; });
}

static void checkBootstrap(StringRef name, const Shown &shown, Package &package,
                           std::vector<Finding> &findings) {
  const std::vector<PackedFile> &files = package.files();
  if (!shown.hasProgram && (shown.isManaged || (shown.isLayer && !shown.isBelow)))
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
      advice.push_back(text(isOutside(file.path) ? "there is {}: pack it without a folder"
                                                 : "there is {}: pack what is in its folder, not the folder",
                            {file.path}));
    }
  if (files.size() == 1 && advice.size() == 1 && !isLibrary(files.front().path))
    advice.push_back(text("rename {}", {files.front().path}));
  // A function of Python may bring a program, such as ffmpeg. One of Rust may have a script by mistake.
  if (shown.isManaged)
    advice.emplace_back("only a managed runtime, such as Python's, starts a function without it");
  findings.push_back({shown.isManaged ? Finding::Warning : Finding::Error, "bootstrap",
                      text("'{}' has no 'bootstrap'", {name}), std::move(advice)});
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

//===- The sizes --------------------------------------------------------------===//

std::optional<Finding> judgeUpload(StringRef name, uint64_t size) {
  if (size <= largestUpload)
    return std::nullopt;
  return Finding{Finding::Warning,
                 "size",
                 text("'{}' has {} bytes, and Lambda takes an upload of {}",
                      {name, std::to_string(size), std::to_string(largestUpload)}),
                 {"copy it to S3, and deploy it from there"}};
}

// How much of a wheel is deployed depends on who unpacks it.
static void checkSize(StringRef name, uint64_t own, uint64_t ofLayers, std::vector<Finding> &findings) {
  uint64_t all = llvm::SaturatingAdd(own, ofLayers);
  bool isTooLarge = own >= largestPackage;
  if (!isTooLarge && all <= largestPackage)
    return;
  findings.push_back(
      {isWheel(name) ? Finding::Warning : Finding::Error,
       "size",
       text(isTooLarge ? "'{}' is {} unpacked" : "'{}' with its layers is {} unpacked",
            {name, std::to_string(isTooLarge ? own : all) + " bytes"}),
       {isTooLarge ? "Lambda reports 'Unzipped size must be smaller than 262144000 bytes'"
                   : "Lambda reports 'Function code combined with layers exceeds the maximum allowed size of "
                     "262144000 bytes'",
        "strip the program, or deploy a container image"}});
}

//===- A package --------------------------------------------------------------===//

static void checkPaths(StringRef name, const Package &package, std::vector<Finding> &findings) {
  for (StringRef file : package.specialFiles())
    findings.push_back({Finding::Error,
                        "read",
                        text("'{}:{}' is not a regular file", {name, file}),
                        {"a package can't hold it: remove it"}});
  auto hasBackslash = [](const PackedFile &file) { return StringRef(file.path).contains('\\'); };
  if (auto file = llvm::find_if(package.files(), hasBackslash); file != package.files().end())
    findings.push_back({Finding::Warning,
                        "read",
                        text("'{}:{}' has a backslash in its path", {name, file->path}),
                        {"Lambda unpacks it as a file of that name, and not in a folder: pack it with /"}});
  for (const Clash &clash : package.clashes()) {
    bool isFile = clash.path == clash.below;
    findings.push_back(
        {isFile ? Finding::Warning : Finding::Error,
         "read",
         text(isFile ? "'{}:{}' is there twice" : "'{}:{}' is a file and a folder", {name, clash.path}),
         {isFile ? "AWS does not document which of them Lambda takes: pack one"
                 : text("the zip has {}, too: pack one of them at another place", {clash.below})}});
  }
}

std::vector<Finding> checkPackage(StringRef name, Package &package, const Deployment &deployment,
                                  std::optional<Root> known) {
  std::vector<Finding> findings;
  // The files are examined only where they have to show what they are.
  std::optional<Shown> shown;
  if (!isWheel(name) && !hasBootstrap(package) && known != Root::Layer)
    shown.emplace(package);
  if (shown && !deployment.isImage()) // an image names what it starts
    checkBootstrap(name, *shown, package, findings);

  const std::vector<PackedFile> &files = package.files();
  // A layer may have a bootstrap, too. Its libraries at the top count as found then.
  Root root = known ? *known : shown && shown->isLayer && !shown->hasHandler ? Root::Layer : Root::Function;
  Brought brought = deployment.layers;
  for (size_t i = 0; i < files.size(); ++i)
    brought.add(root, files[i].path, package.start(i), text("{}:{}", {name, files[i].path}));
  if (!deployment.isImage()) {
    checkSize(name, package.unpackedSize(), deployment.layerSize, findings);
    if (std::optional<Finding> finding = judgeUpload(name, package.zippedSize()); finding && !isWheel(name))
      findings.push_back(std::move(*finding));
  }
  checkPaths(name, package, findings);

  // A link is checked, too, because its place has other libraries. The file that it leads to is checked
  // anyway.
  uint64_t left = package.most(), leftForLinks = left;
  for (size_t i = 0; i < files.size(); ++i) {
    if (isOutside(files[i].path)) {
      findings.push_back({Finding::Error,
                          "read",
                          text("'{}:{}' is outside of the package", {name, files[i].path}),
                          {"a path in a package does not begin with / and has no .."}});
      continue;
    }
    if (!files[i].whyNotUnpacked.empty()) {
      findings.push_back({Finding::Error,
                          "read",
                          text("'{}:{}' can't be unpacked", {name, files[i].path}),
                          {files[i].whyNotUnpacked}});
      continue;
    }
    std::string start = package.start(i);
    bool started = !isWheel(name) && isStarted(files[i].path);
    if (!isElf(start) && !started)
      continue;
    std::string file = text("{}:{}", {name, files[i].path});
    std::vector<Finding> ofFile;
    checkMode(file, files[i].mode, started, ofFile);
    uint64_t &most = files[i].isLink ? leftForLinks : left;
    if (files[i].size > most) {
      addFindings(findings, std::move(ofFile));
      if (files[i].isLink)
        continue;
      findings.push_back(
          {Finding::Error,
           "size",
           text("'{}' is not checked from '{}' on", {name, files[i].path}),
           {"up to there, its programs and libraries unpack to more than the 250 MB that Lambda "
            "takes of a function with its layers"}});
      break;
    }
    most -= files[i].size;
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents = package.contents(i);
    if (contents)
      llvm::append_range(ofFile, checkContents(file, (*contents)->getBuffer(), deployment, started,
                                               placeOnLambda(root, files[i].path), brought));
    else
      ofFile.push_back(asFinding("read", contents.takeError()));
    addFindings(findings, std::move(ofFile));
  }
  return findings;
}

static llvm::Expected<std::unique_ptr<Package>> openPackage(StringRef file) {
  return fs::is_directory(file) ? openFolder(file) : openZip(file);
}

llvm::Error addLayer(StringRef file, Deployment &deployment) {
  llvm::Expected<std::unique_ptr<Package>> package = openPackage(file);
  if (!package)
    return package.takeError();
  const std::vector<PackedFile> &files = (*package)->files();
  for (size_t i = 0; i < files.size(); ++i)
    deployment.layers.add(Root::Layer, files[i].path, (*package)->start(i),
                          text("{}:{}", {file, files[i].path}));
  deployment.layerSize = llvm::SaturatingAdd(deployment.layerSize, (*package)->unpackedSize());
  return llvm::Error::success();
}

std::vector<Finding> check(StringRef file, const Deployment &deployment) {
  if (fs::is_directory(file) || file.ends_with_insensitive(".zip") || isWheel(file)) {
    llvm::Expected<std::unique_ptr<Package>> package = openPackage(file);
    if (!package)
      return {asFinding("read", package.takeError())};
    return checkPackage(file, **package, deployment);
  }
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents = readRegularFile(file);
  if (!contents)
    return {asFinding("read", contents.takeError())};
  return checkContents(file, (*contents)->getBuffer(), deployment, /*isStarted=*/false,
                       placeOnLambda(Root::Function, path::filename(file)), deployment.layers);
}

} // namespace lambdacc
