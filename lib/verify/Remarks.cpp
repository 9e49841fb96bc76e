#include "Remarks.h"
#include "Elf.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Object/ELF.h"

using llvm::StringRef;

namespace lambdacc {

// musl's allocator has one lock for all threads: it makes programs 1.2 to 8 times slower (rspack #6072, oha
// #208). Each program contains it; it is unused if there is another allocator.
static void remarkOnMalloc(StringRef file, StringRef contents, std::vector<Finding> &findings) {
  constexpr StringRef others[] = {"mi_malloc",     "_rjem_malloc", "je_malloc",
                                  "sn_rust_alloc", "rpmalloc",     "tc_malloc"};
  bool isMusls = false, hasOther = false;
  visitSymbols(contents, [&](StringRef name, bool defined) {
    isMusls |= defined && name == "__malloc_alloc_meta";
    hasOther |= defined && llvm::is_contained(others, name);
    return true;
  });
  if (isMusls && !hasOther)
    findings.push_back({Finding::Note,
                        "malloc",
                        text("'{}' has musl's malloc, which has one lock for all threads", {file}),
                        {"this is slow with more than one CPU, from 1769 MB on: use mimalloc or "
                         "tikv-jemallocator as global allocator"}});
}

// The read-only data of a file, at most 16 MiB.
static std::vector<StringRef> constants(StringRef contents) {
  size_t left = 16 << 20; // bytes
  std::vector<StringRef> parts;
  auto file = llvm::object::ELFFile<llvm::object::ELF64LE>::create(contents);
  auto segments =
      file ? file->program_headers() : llvm::Expected<llvm::object::ELF64LE::PhdrRange>(file.takeError());
  if (!segments) {
    consumeError(segments.takeError());
    return parts;
  }
  for (const llvm::object::ELF64LE::Phdr &segment : *segments)
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

std::vector<Finding> remarks(StringRef file, StringRef contents) {
  std::vector<Finding> findings;
  remarkOnCertificates(file, contents, findings);
  remarkOnMalloc(file, contents, findings);
  return findings;
}

} // namespace lambdacc
