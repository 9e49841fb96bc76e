#include "Remarks.h"
#include "Counters.h"
#include "Elf.h"
#include "ElfBytes.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

// musl's allocator has one lock for all threads: it makes programs 1.2 to 8 times slower (rspack #6072, oha
// #208). Each program contains it; it is unused if there is another allocator. Go has its own. Of mimalloc.o
// (LAMBDA_CC_MALLOC) a linker may drop mi_malloc, which its malloc has inline.
static void remarkOnMalloc(StringRef file, StringRef contents, std::vector<Finding> &findings) {
  constexpr StringRef others[] = {"mi_malloc",     "_mi_malloc_generic", "_rjem_malloc", "je_malloc",
                                  "sn_rust_alloc", "rpmalloc",           "tc_malloc",    "runtime.mallocgc"};
  bool isMusls = false, hasOther = false;
  visitSymbols(contents, [&](StringRef name, bool defined) {
    isMusls |= defined && name == "__malloc_alloc_meta";
    hasOther |= defined && llvm::is_contained(others, name);
    return true;
  });
  if (isMusls && !hasOther)
    findings.push_back(
        {Finding::Note,
         "malloc",
         text("'{}' has musl's malloc, which has one lock for all threads", {file}),
         {"this is slow with more than one CPU, from 1769 MB on: link with "
          "LAMBDA_CC_MALLOC=mimalloc, or use mimalloc or tikv-jemallocator as global allocator"}});
}

// The read-only data of a file, at most 16 MiB.
static std::vector<StringRef> constants(StringRef contents) {
  size_t left = 16 << 20; // bytes
  std::vector<StringRef> parts;
  for (const llvm::object::ELF64LE::Phdr &segment : segmentsOf(contents))
    if (segment.p_type == llvm::ELF::PT_LOAD && segment.p_flags == llvm::ELF::PF_R) {
      StringRef part = contents.substr(segment.p_offset, std::min<uint64_t>(segment.p_filesz, left));
      parts.push_back(part);
      left -= part.size();
    }
  return parts;
}

// A vendored OpenSSL searches the folder that openssl-src would install to, unless its build sets another
// one. openssl-probe, which native-tls uses, knows Lambda's folder.
static void remarkOnCertificates(StringRef file, StringRef contents, std::vector<Finding> &findings) {
  std::vector<StringRef> parts = constants(contents);
  auto has = [&](StringRef text) {
    return llvm::any_of(parts, [&](StringRef part) { return part.contains(text); });
  };
  if (has(StringRef("/usr/local/ssl/cert.pem\0", 24)) && !has("/etc/pki/"))
    findings.push_back(
        {Finding::Warning,
         "certificates",
         text("'{}' has an OpenSSL that looks for certificates in /usr/local/ssl, where Lambda has none",
              {file}),
         {"https would fail with 'certificate verify failed': build with OPENSSL_CONFIG_DIR=/etc/pki/tls, "
          "which lambda-cc init and env set",
          "or set SSL_CERT_FILE=/etc/pki/tls/certs/ca-bundle.crt for the function"}});
}

// The strings in .comment that begin with `mark`, without it. Linkers merge the sections of all objects.
static std::vector<std::string> commentsIn(StringRef contents, StringRef mark) {
  std::vector<std::string> comments;
  for (const llvm::object::ELF64LE::Shdr *section : sectionsNamed(contents, ".comment"))
    for (StringRef comment : llvm::split(llvm::toStringRef(slice(llvm::arrayRefFromStringRef(contents),
                                                                 section->sh_offset, section->sh_size)),
                                         '\0'))
      if (comment.consume_front(mark))
        comments.push_back(printableLine(comment.take_front(64)));
  llvm::sort(comments);
  comments.erase(llvm::unique(comments), comments.end());
  return comments;
}

// cmake/libraries/common.sh marks each object of a library of lambda-cc: the mark is in each program that has
// one.
static void remarkOnLibraries(StringRef file, StringRef contents, std::vector<Finding> &findings) {
  if (std::vector<std::string> libraries = commentsIn(contents, "lambda-cc: "); !libraries.empty())
    findings.push_back({Finding::Note,
                        "libraries",
                        text("'{}' has {} of lambda-cc", {file, joinWithAnd(libraries)}),
                        {"build it again with a newer lambda-cc when one of them gets a security fix"}});
}

std::vector<Finding> remarks(StringRef file, StringRef contents) {
  std::vector<Finding> findings;
  remarkOnCertificates(file, contents, findings);
  remarkOnMalloc(file, contents, findings);
  remarkOnLibraries(file, contents, findings);
  llvm::append_range(findings, judgeCounters(file, contents));
  return findings;
}

} // namespace lambdacc
