#include "LinkAdvice.h"
#include "LibraryAdvice.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

namespace {
// What a linker says before the name of what it lacks, and what ends the name.
struct Phrase {
  llvm::StringLiteral before;
  llvm::StringLiteral ends;
};

// What the linker lacks, in its order, and what it would not take.
struct Lacking {
  llvm::SmallSetVector<StringRef, 8> libraries, symbols, incompatible;
};

// Symbols that a library of C has, by how they begin.
struct Symbols {
  llvm::StringLiteral prefix;
  llvm::StringLiteral library; ///< as -l names it
};
} // namespace

// ld.lld, mold, GNU ld.
static constexpr Phrase libraryPhrases[] = {
    {"unable to find library -l", ""}, {"library not found: ", ""}, {"cannot find -l", ":"}};
static constexpr Phrase symbolPhrases[] = {
    {"undefined symbol: ", ""}, {"undefined hidden symbol: ", ""}, {"undefined reference to `", "'"}};
static constexpr Phrase incompatiblePhrases[] = {{"error: ", " is incompatible with elf"},
                                                 {"warning: ", ": skipping incompatible file"},
                                                 {"skipping incompatible ", " when searching"}};

// clang-format off
static constexpr Symbols symbols[] = {
    {"PQ", "pq"}, {"mysql_", "mysqlclient"}, {"sqlite3_", "sqlite3"}, {"SQLAlloc", "odbc"},
    {"SSL_", "ssl"}, {"EVP_", "crypto"}, {"X509_", "crypto"}, {"BIO_", "crypto"}, {"OPENSSL_", "crypto"},
    {"inflate", "z"}, {"deflate", "z"}, {"BZ2_", "bz2"}, {"lzma_", "lzma"}, {"ZSTD_", "zstd"}, {"LZ4_", "lz4"},
    {"curl_", "curl"}, {"nghttp2_", "nghttp2"}, {"ssh_new", "ssh"}, {"libssh2_", "ssh2"}, {"git_", "git2"}, {"rd_kafka_", "rdkafka"},
    {"xmlFree", "xml2"}, {"XML_", "expat"}, {"pcre2_", "pcre2-8"}, {"onig_", "onig"}, {"lua_", "lua"}, {"Py_", "python3"}, {"PyObject_", "python3"},
    {"udev_", "udev"}, {"dbus_", "dbus-1"}, {"libusb_", "usb-1.0"}, {"sd_journal_", "systemd"}, {"sd_notify", "systemd"}, {"snd_", "asound"},
    {"FT_", "freetype"}, {"FcInit", "fontconfig"}, {"FcConfig", "fontconfig"}, {"FcPattern", "fontconfig"}, {"hb_", "harfbuzz"}, {"png_", "png16"}, {"jpeg_", "jpeg"}, {"WebP", "webp"},
    {"__gmp", "gmp"}, {"cblas_", "blas"}, {"GDAL", "gdal"}, {"GEOS", "geos"}, {"proj_", "proj"}, {"H5F", "hdf5"}, {"H5open", "hdf5"},
    {"sodium_", "sodium"}, {"crypto_secretbox", "sodium"}, {"crypto_box", "sodium"}, {"crypto_sign", "sodium"}, {"rocksdb_", "rocksdb"},
    // What gcc's and clang's own options call
    {"GOMP_", "gomp"}, {"omp_", "omp"}, {"__kmpc_", "omp"}, {"quadmath_", "quadmath"},
    {"__asan_", "asan"}, {"__ubsan_", "ubsan"}, {"__tsan_", "tsan"}, {"__lsan_", "lsan"}, {"__gcov_", "gcov"}, {"__llvm_profile_", "clang_rt.profile"},
    // Libraries of glibc's, apart from libc before 2.34
    {"pthread_", "pthread"}, {"sem_init", "pthread"}, {"sem_open", "pthread"}, {"sem_post", "pthread"}, {"sem_wait", "pthread"},
    {"dladdr", "dl"}, {"dlclose", "dl"}, {"dlerror", "dl"}, {"dlopen", "dl"}, {"dlsym", "dl"},
    {"shm_open", "rt"}, {"shm_unlink", "rt"}, {"mq_open", "rt"}, {"timer_create", "rt"}, {"openpty", "util"}, {"forkpty", "util"},
};
// clang-format on

static void findPhrases(StringRef line, llvm::ArrayRef<Phrase> phrases,
                        llvm::SmallSetVector<StringRef, 8> &into) {
  for (const Phrase &phrase : phrases) {
    size_t at = line.find(phrase.before);
    if (at == StringRef::npos)
      continue;
    StringRef name = line.substr(at + phrase.before.size());
    if (!phrase.ends.empty())
      name = name.take_front(name.find(phrase.ends));
    if (!name.trim().empty())
      into.insert(name.trim());
  }
}

static Lacking lackingIn(StringRef messages) {
  Lacking lacking;
  for (StringRef line : llvm::split(messages, '\n')) {
    findPhrases(line, libraryPhrases, lacking.libraries);
    findPhrases(line, symbolPhrases, lacking.symbols);
    if (line.contains("incompatible"))
      findPhrases(line, incompatiblePhrases, lacking.incompatible);
  }
  return lacking;
}

//===- Libraries ------------------------------------------------------------===//

// The file by which a crate is in the link: libpq_sys-1a2b.rlib for "pq-sys 0.7 (diesel's postgres)".
static StringRef crateInLink(StringRef crates, llvm::ArrayRef<StringRef> inputs) {
  for (StringRef crate : llvm::split(crates, ", ")) {
    std::string name = crate.split(' ').first.str();
    std::replace(name.begin(), name.end(), '-', '_');
    for (StringRef input : inputs)
      if (!name.empty() && llvm::sys::path::filename(input).starts_with("lib" + name + "-"))
        return llvm::sys::path::filename(input);
  }
  return "";
}

static void adviseOnLibrary(StringRef name, const FailedLink &link, std::vector<std::string> &lines) {
  const LibraryAdvice *row = adviceOnLibrary(name);
  if (StringRef file = row ? crateInLink(row->crate, link.inputs) : ""; !file.empty())
    lines.push_back(text("-l{} is from {}", {name, file}));
  llvm::append_range(lines, cureFor(name));
  if (!row)
    lines.push_back(text(
        "-l{} is not in the sysroot: build it for this target, and name its folder with -L; cargo build -v "
        "shows which crate says -l",
        {name}));
  for (StringRef folder : link.hostFolders)
    lines.push_back(
        text("-L{} was left out: it is a folder of the host's own, and none of the target's", {folder}));
}

//===- Symbols --------------------------------------------------------------===//

// musl had these names until 1.2.4. libc, the crate, asked for them until 0.2.146.
static bool isOldName(StringRef symbol) {
  constexpr StringRef names[] = {
      "open64",      "openat64",          "creat64",     "fstat64",     "stat64",
      "lstat64",     "fstatat64",         "lseek64",     "ftruncate64", "mmap64",
      "truncate64",  "readdir64",         "pread64",     "pwrite64",    "preadv64",
      "pwritev64",   "fopen64",           "freopen64",   "statfs64",    "fstatfs64",
      "statvfs64",   "fseeko64",          "ftello64",    "fgetpos64",   "fsetpos64",
      "lockf64",     "mkstemp64",         "ftw64",       "fstatvfs64",  "nftw64",
      "glob64",      "scandir64",         "tmpfile64",   "sendfile64",  "posix_fadvise64",
      "fallocate64", "posix_fallocate64", "getrlimit64", "setrlimit64", "prlimit64"};
  return llvm::is_contained(names, symbol);
}

static std::string libraryOf(StringRef symbol) {
  for (const Symbols &row : symbols)
    if (symbol.starts_with(row.prefix))
      return row.library.str();
  return "";
}

static void adviseOnSymbols(const Lacking &lacking, const FailedLink &link, std::vector<std::string> &lines) {
  llvm::SmallSetVector<StringRef, 4> old, gnuCxx;
  llvm::SmallVector<std::string> libraries;
  for (StringRef symbol : lacking.symbols) {
    if (link.musl && isOldName(symbol)) {
      old.insert(symbol);
    } else if (symbol.contains("std::__cxx11::") || symbol.contains("St7__cxx11")) {
      gnuCxx.insert(symbol);
    } else if (std::string version = link.newerGlibc(symbol); !version.empty()) {
      lines.push_back(
          text("{} came with glibc {}, above the ceiling: raise that (LAMBDA_CC_GLIBC={}), or do without it",
               {symbol, version, version}));
    } else if (std::string library = libraryOf(symbol);
               !library.empty() && !llvm::is_contained(libraries, library)) {
      libraries.push_back(library);
      lines.push_back(text("{} looks like one of lib{}", {symbol, library}));
      llvm::append_range(lines, cureFor(library));
    }
  }
  if (!old.empty())
    lines.push_back(text("{} is a name that musl gave up in 1.2.4: cargo update -p libc, to 0.2.146 or newer",
                         {old.front()}));
  if (!gnuCxx.empty())
    lines.push_back("an object was compiled against GNU's libstdc++, and this links LLVM's libc++: compile "
                    "it with the g++ of this "
                    "target (CXX_<target>)");
}

//===- Machines -------------------------------------------------------------===//

std::string whoCompiled(StringRef triple) {
  std::string variable = ("CC_" + triple).str();
  std::replace(variable.begin(), variable.end(), '-', '_');
  return text("build scripts compile with what {} or PATH says: lambda-cc doctor shows what is wrong there",
              {variable});
}

// lib.a(member.o) is in lib.a.
static void adviseOnMachines(const Lacking &lacking, const FailedLink &link,
                             std::vector<std::string> &lines) {
  for (StringRef named : lacking.incompatible)
    if (std::string machine = link.otherMachine(named.split('(').first); !machine.empty())
      lines.push_back(text("{} is for {}", {named, machine}));
  if (!lines.empty())
    lines.push_back(whoCompiled(link.triple));
}

std::vector<std::string> adviceOnLink(const FailedLink &link) {
  Lacking lacking = lackingIn(link.messages);
  std::vector<std::string> lines;
  adviseOnMachines(lacking, link, lines);
  if (!lines.empty())
    return lines; // what else is missing is missing because of that
  for (StringRef library : lacking.libraries)
    adviseOnLibrary(library, link, lines);
  if (lacking.libraries.empty()) // else they lack because of that
    adviseOnSymbols(lacking, link, lines);
  return lines;
}

} // namespace lambdacc
