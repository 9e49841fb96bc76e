#include "Packing.h"
#include "Elf.h"
#include "Folder.h"
#include "Folders.h"
#include "Judge.h"
#include "LibraryAdvice.h"
#include "RegularFile.h"
#include "Target.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace lambdacc {

constexpr unsigned executable = 0755, readable = 0644;

static std::optional<Elf> elfIn(StringRef contents) {
  llvm::Expected<Elf> elf = readElf(contents);
  if (elf)
    return std::move(*elf);
  consumeError(elf.takeError()); // another kind of file, or one that the check reports
  return std::nullopt;
}

static std::string joined(StringRef folder, StringRef name) { return (folder.rtrim('/') + "/" + name).str(); }

static void addOnce(std::vector<std::string> &folders, std::string folder) {
  if (!llvm::is_contained(folders, folder))
    folders.push_back(std::move(folder));
}

static bool isLambdas(uint16_t machine) {
  return llvm::any_of(targets(), [&](const Target &target) { return target.machine == machine; });
}

// Whether a folder has this machine's own libraries. They may need a newer glibc than Lambda has, and many
// more of them, so only --search names it.
static bool isHosts(StringRef folder) {
  llvm::SmallString<128> whole(folder);
  return isHostFolder(folder) || (!fs::make_absolute(whole) && isHostFolder(whole));
}

//===- The files that the caller names ---------------------------------------===//

namespace {
// A library that a piece needs and that was not found for it.
struct Missing {
  std::string soname;
  size_t user;         // the piece
  std::string ofOther; // a file of that name for another machine, or ""
  uint16_t machine;    // of that file
};

class Packer {
public:
  explicit Packer(const PackingRequest &request)
      : request(request), deployment(request.deployment), named(deployment.layers) {
    for (const Runtime &runtime : deployment.runtimes)
      runtimes.push_back(&runtime);
  }

  void addFiles();
  void addLibraries();
  void judge(StringRef name);
  Packing packing;

private:
  void addFile(const std::string &file);
  void addInclude(const Include &include);
  void addFolder(const Include &include);
  void addPiece(std::string place, std::string file, std::unique_ptr<llvm::MemoryBuffer> contents,
                std::vector<std::string> searched);
  void addToNamed(const Piece &piece);
  void moveToSoname(StringRef soname);
  void checkPlaces();
  void addSearched(std::vector<std::string> &searched, std::string folder);
  void addOwnFolders(const Elf &elf, StringRef origin, std::vector<std::string> &searched);
  void addLibrary(const std::string &soname, size_t user);
  bool isSearchedFor(StringRef soname) const;
  void reportMissing();
  void reportMissing(const Missing &row, Finding::Severity severity);
  std::vector<std::string> whereSearched(const Missing &row) const;
  void add(StringRef check, std::string what, std::vector<std::string> advice,
           Finding::Severity severity = Finding::Error) {
    packing.findings.push_back({severity, check, std::move(what), std::move(advice)});
  }
  std::unique_ptr<llvm::MemoryBuffer> contentsOf(const std::string &file);

  Root root() const { return request.kind == PackageKind::Function ? Root::Function : Root::Layer; }

  const PackingRequest &request;
  Deployment deployment;
  std::vector<const Runtime *> runtimes;
  llvm::StringMap<size_t> pieceAt;    // by place
  llvm::StringMap<size_t> underOther; // by soname: libraries in lib/ that have the name of their file
  Brought named;                      // the caller's own files and layers: no other library takes their place
  std::vector<Missing> missing;
  std::vector<std::string> hosts; // folders that were not searched, because they are this machine's
  llvm::StringSet<> reported; // sonames of libraries that are missing, or were found with different contents
  std::vector<std::vector<std::string>> folders; // for each piece, where its libraries are searched for
};
} // namespace

std::unique_ptr<llvm::MemoryBuffer> Packer::contentsOf(const std::string &file) {
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents = readRegularFile(file);
  if (contents)
    return std::move(*contents);
  packing.findings.push_back(asFinding("read", contents.takeError()));
  return nullptr;
}

void Packer::addPiece(std::string place, std::string file, std::unique_ptr<llvm::MemoryBuffer> contents,
                      std::vector<std::string> searched) {
  StringRef bytes = contents->getBuffer();
  auto [entry, isNew] = pieceAt.try_emplace(place, packing.pieces.size());
  if (!isNew) {
    const Piece &other = packing.pieces[entry->second];
    if (other.contents->getBuffer() != bytes)
      add("file", text("two files for '{}' in the zip", {place}), {other.file, file});
    return;
  }
  std::optional<Elf> elf = elfIn(bytes);
  bool isProgram = elf ? elf->executable : bytes.starts_with("#!");
  isProgram |= place == "bootstrap" || StringRef(place).starts_with("extensions/");
  // The machine of the first program or library is that of the package.
  if (elf && !deployment.machine && isLambdas(elf->machine))
    deployment.machine = elf->machine;
  addSearched(searched, folderOf(file));
  folders.push_back(std::move(searched));
  packing.pieces.push_back(
      {std::move(place), std::move(file), isProgram ? executable : readable, std::move(contents)});
}

// Programs name a library by its soname, whatever its file is called.
void Packer::addFile(const std::string &file) {
  std::unique_ptr<llvm::MemoryBuffer> contents = contentsOf(file);
  if (!contents)
    return;
  std::string name = path::filename(file).str(), place = "bootstrap";
  std::optional<Elf> elf = elfIn(contents->getBuffer());
  if (request.kind != PackageKind::Function) {
    bool isLibrary = elf && !elf->executable;
    if (!elf && !contents->getBuffer().starts_with("#!"))
      return add("kind", text("'{}' is neither a program nor a shared library", {file}),
                 {"--include adds other files"});
    if (isLibrary && StringRef(elf->soname).contains('/'))
      return add("kind", text("'{}' has the soname '{}'", {file, elf->soname}),
                 {"a layer finds a library by a name without a folder: link it with -Wl,-soname,NAME"});
    StringRef folder = isLibrary ? "lib" : request.kind == PackageKind::Layer ? "bin" : "extensions";
    place = text("{}/{}", {folder, isLibrary && !elf->soname.empty() ? elf->soname : name});
  }
  addPiece(std::move(place), file, std::move(contents), {});
}

void Packer::addFolder(const Include &include) {
  llvm::Expected<std::unique_ptr<Package>> folder = openFolder(include.file);
  if (!folder) {
    packing.findings.push_back(asFinding("read", folder.takeError()));
    return;
  }
  for (StringRef file : (*folder)->specialFiles())
    add("read", text("'{}' is not a regular file", {joined(include.file, file)}),
        {"a package can't hold it: remove it"});
  for (const DanglingLink &link : (*folder)->danglingLinks())
    add("read",
        text("'{}' is a link to '{}', which leads to no file",
             {joined(include.file, link.path), link.target}),
        {"a package can't hold it: remove it"});
  for (const PackedFile &file : (*folder)->files())
    addInclude({joined(include.file, file.path), include.place + "/" + file.path});
}

// The loader looks for a soname. dlopen looks for what the program has: a name such as libonnxruntime.so, and
// never one with more of the version than the soname has.
void Packer::addInclude(const Include &include) {
  std::string place = include.place, name = path::filename(StringRef(include.file).rtrim("/")).str();
  if (fs::is_directory(include.file))
    return addFolder({include.file, place.empty() ? name : place});
  std::unique_ptr<llvm::MemoryBuffer> contents = contentsOf(include.file);
  if (!contents)
    return;
  std::optional<Elf> elf = elfIn(contents->getBuffer());
  bool isLibrary = elf && !elf->executable;
  bool hasOther = place.empty() && isLibrary && !elf->soname.empty() && elf->soname != name &&
                  elf->soname.find('/') == std::string::npos;
  bool isLonger = hasOther && StringRef(name).starts_with(elf->soname + ".");
  if (place.empty())
    place = isLibrary ? "lib/" + (isLonger ? elf->soname : name) : name;
  size_t index = packing.pieces.size();
  addPiece(std::move(place), include.file, std::move(contents), {});
  if (hasOther && !isLonger && index < packing.pieces.size()) // not if that place had it already
    underOther.try_emplace(elf->soname, index);
}

void Packer::addToNamed(const Piece &piece) {
  named.add(root(), piece.place, piece.contents->getBuffer().take_front(startSize), piece.file);
}

void Packer::addFiles() {
  for (const std::string &file : request.files)
    addFile(file);
  for (const Include &include : request.includes)
    addInclude(include);
  auto isExtension = [](const Piece &piece) { return StringRef(piece.place).starts_with("extensions/"); };
  if (request.kind == PackageKind::Extension && !hasError(packing.findings) &&
      llvm::none_of(packing.pieces, isExtension))
    add("kind", "no program for extensions/", {"--layer makes a layer of libraries alone"});
  for (const Piece &piece : packing.pieces)
    addToNamed(piece);
  checkPlaces();
}

void Packer::checkPlaces() {
  std::vector<std::string> places;
  for (const Piece &piece : packing.pieces)
    places.push_back(piece.place);
  for (const Clash &clash : clashesOf(std::move(places)))
    add("file", text("'{}' is a file and a folder in the zip", {clash.path}),
        {packing.pieces[pieceAt[clash.path]].file,
         text("{}, which is for {}", {packing.pieces[pieceAt[clash.below]].file, clash.below})});
}

//===- Libraries ------------------------------------------------------------===//

void Packer::addSearched(std::vector<std::string> &searched, std::string folder) {
  addOnce(isHosts(folder) ? hosts : searched, std::move(folder));
}

// The folders of RPATH and RUNPATH of a file in the folder `origin`. Those of other variables than $ORIGIN,
// and of the folder in which a program is started, differ on Lambda.
void Packer::addOwnFolders(const Elf &elf, StringRef origin, std::vector<std::string> &searched) {
  for (StringRef folder : elf.folders) {
    if (folder.consume_front("$ORIGIN") || folder.consume_front("${ORIGIN}"))
      addSearched(searched, (origin + folder).str());
    else if (path::is_absolute(folder, path::Style::posix) && !folder.contains('$'))
      addSearched(searched, folder.str());
  }
}

// A path is looked up as it is written. What is wrong with it, and with another libc, the check reports.
bool Packer::isSearchedFor(StringRef soname) const {
  bool isGuaranteed = llvm::all_of(runtimes, [&](const Runtime *runtime) {
    return presenceOf(soname, deployment.machine, *runtime) == Presence::Guaranteed;
  });
  return !isGuaranteed && !soname.contains('/') && llvm::none_of(runtimes, [&](const Runtime *runtime) {
    return isOfOtherLibc(soname, deployment.machine, *runtime);
  });
}

// If a file needs it by that name, the library gets it.
void Packer::moveToSoname(StringRef soname) {
  auto other = underOther.find(soname);
  std::string place = ("lib/" + soname).str();
  if (other == underOther.end() || pieceAt.contains(place))
    return;
  Piece &piece = packing.pieces[other->second];
  pieceAt.erase(piece.place);
  pieceAt[place] = other->second;
  piece.place = std::move(place);
  addToNamed(piece);
}

void Packer::addLibrary(const std::string &soname, size_t user) {
  Missing other{soname, user, "", 0};
  std::string found;
  std::unique_ptr<llvm::MemoryBuffer> first;
  for (const std::string &folder : folders[user]) {
    std::string file = joined(folder, soname);
    std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(file);
    std::optional<Elf> elf = contents ? elfIn(contents->getBuffer()) : std::nullopt;
    if (!elf || elf->executable)
      continue;
    if (elf->machine != deployment.machine) { // the loader skips it
      other.ofOther = file;
      other.machine = elf->machine;
    } else if (!first) {
      found = file;
      first = std::move(contents);
    } else if (first->getBuffer() != contents->getBuffer()) {
      if (reported.insert(soname).second)
        add("library", text("there are two {} with different contents", {soname}),
            {found, file, text("'{}' needs one: --include FILE chooses it", {packing.pieces[user].file})});
      return;
    }
  }
  if (first)
    addPiece("lib/" + soname, found, std::move(first), folders[user]);
  else
    missing.push_back(std::move(other));
}

std::vector<std::string> Packer::whereSearched(const Missing &row) const {
  const Piece &user = packing.pieces[row.user];
  std::vector<std::string> lines;
  if (std::optional<Elf> elf = elfIn(user.contents->getBuffer()))
    lines = named.whyNot({row.soname, elf->machine, placeOnLambda(root(), user.place), elf->folders});
  if (!folders[row.user].empty())
    lines.push_back(text("looked for it in {}", {joinWithAnd(folders[row.user])}));
  for (const std::string &folder : hosts)
    if (isRegularFile(joined(folder, row.soname))) {
      lines.push_back(
          text("{} is this machine's own: --search {} takes the libraries of that folder, which may "
               "need a newer glibc than Lambda has",
               {joined(folder, row.soname), folder}));
      return lines;
    }
  lines.emplace_back("--search names another folder");
  return lines;
}

void Packer::reportMissing(const Missing &row, Finding::Severity severity) {
  const std::string &user = packing.pieces[row.user].file;
  std::string machine = architectureName(deployment.machine);
  if (!row.ofOther.empty())
    return add("machine",
               text("'{}' is for {}, and '{}', which needs it, for {}",
                    {row.ofOther, architectureName(row.machine), user, machine}),
               {text("build it for {}, or name the folder of one with --search", {machine})}, severity);
  std::vector<std::string> advice = whereSearched(row);
  if (severity == Finding::Error)
    llvm::append_range(advice, cureFor(libraryName(row.soname)));
  StringRef verb = severity != Finding::Error ? "must" : runtimes.size() == 1 ? "does not" : "do not";
  add("library", text("'{}' needs {}, which {} {} have", {user, row.soname, joinWithAnd(runtimes), verb}),
      std::move(advice), severity);
}

// It is an error if no runtime has the library, and no other file has led to it. What is in an image only its
// author knows. The check warns of the others.
void Packer::reportMissing() {
  for (const Missing &row : missing) {
    auto areAll = [&](Presence presence) {
      return llvm::all_of(runtimes, [&](const Runtime *runtime) {
        return presenceOf(row.soname, deployment.machine, *runtime) == presence;
      });
    };
    bool isUnknown = areAll(Presence::Unknown);
    if (!(isUnknown || areAll(Presence::Absent)) || pieceAt.contains("lib/" + row.soname) ||
        !reported.insert(row.soname).second)
      continue;
    reportMissing(row, isUnknown ? Finding::Warning : Finding::Error);
  }
}

void Packer::addLibraries() {
  for (size_t i = 0; i < packing.pieces.size(); ++i) {
    std::optional<Elf> elf = elfIn(packing.pieces[i].contents->getBuffer());
    if (!elf || elf->machine != deployment.machine ||
        !hasLoader(*elf, {.machine = deployment.machine, .runtimes = runtimes, .isDeployed = nullptr}))
      continue;
    std::vector<std::string> searched;
    addOwnFolders(*elf, folderOf(packing.pieces[i].file), searched);
    for (std::string &folder : folders[i])
      addOnce(searched, std::move(folder));
    for (const std::string &folder : request.folders)
      addOnce(searched, folder);
    folders[i] = std::move(searched);
    for (const std::string &soname : elf->needed) {
      if (!isSearchedFor(soname))
        continue;
      moveToSoname(soname);
      std::string place = placeOnLambda(root(), packing.pieces[i].place);
      if (!named.has({soname, elf->machine, place, elf->folders}))
        addLibrary(soname, i);
    }
  }
  reportMissing();
  checkPlaces();
}

//===- The check --------------------------------------------------------------===//

namespace {
// The pieces, as the check reads a package.
class Packed : public Package {
public:
  explicit Packed(const std::vector<Piece> &pieces) : pieces(pieces) {
    for (const Piece &piece : pieces)
      list.push_back({piece.place, piece.mode, piece.contents->getBufferSize()});
  }
  std::string start(size_t file) override {
    return pieces[file].contents->getBuffer().take_front(startSize).str();
  }
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents(size_t file) override {
    return llvm::MemoryBuffer::getMemBuffer(*pieces[file].contents, /*RequiresNullTerminator=*/false);
  }

private:
  const std::vector<Piece> &pieces;
};
} // namespace

// Libraries that are reported are not reported again. What an image must have for a script is worth a
// warning: its author packs it now.
void Packer::judge(StringRef name) {
  llvm::sort(packing.pieces, [](const Piece &a, const Piece &b) { return a.place < b.place; });
  Packed package(packing.pieces);
  for (const auto &soname : reported)
    deployment.layers.assume(soname.getKey());
  for (Finding &finding : checkPackage(name, package, deployment, root())) {
    if (finding.severity == Finding::Note && finding.check == "script")
      finding.severity = Finding::Warning;
    packing.findings.push_back(std::move(finding));
  }
}

Packing packingOf(StringRef name, const PackingRequest &request) {
  Packer packer(request);
  packer.addFiles();
  if (hasError(packer.packing.findings))
    return std::move(packer.packing);
  packer.addLibraries();
  packer.judge(name);
  return std::move(packer.packing);
}

} // namespace lambdacc
