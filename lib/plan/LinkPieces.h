//===- LinkPieces.h - What a driver adds to a link --------------------------===//
//
// Between `cc a.o` and the linker stand the kind of output, the start objects and the libraries that every
// program needs. They are the same whether clang's driver or ld.lld itself does the link.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_LINKPIECES_H
#define LAMBDA_CC_PLAN_LINKPIECES_H

#include "Plan.h"

namespace lambdacc {

enum class OutputKind {
  Pie,       ///< a program at any address, with shared libraries
  Fixed,     ///< a program at a fixed address, with shared libraries
  StaticPie, ///< a program at any address, with its libc inside
  Static,    ///< a program at a fixed address, with its libc inside
  Shared,
  Relocatable,
};

/// Whether it is a program with nothing shared.
inline bool isStatic(OutputKind kind) { return kind == OutputKind::StaticPie || kind == OutputKind::Static; }

/// The kind that the caller asks for. Without a word from it a program is a PIE, as clang has it. One for
/// musl is static: Lambda has no loader for musl's shared libc (nor has a machine that Rust's musl targets
/// are made for).
OutputKind outputKind(const CcInvocation &cc, const Target &target);

/// Whether rustc does the link, and `files` are its inputs.
bool isOfRustc(llvm::ArrayRef<llvm::StringRef> files);

/// Whether `option` is one of those that say the kind.
bool selectsKind(ccopt::ID option);

struct LinkPieces {
  OutputKind kind;
  std::vector<std::string> kindForLinker; ///< -static -pie --no-dynamic-linker -z text
  std::vector<std::string> kindForDriver; ///< -static-pie
  std::vector<std::string> common;        ///< --eh-frame-hdr --hash-style=gnu --build-id=none
  std::vector<std::string> start;         ///< rcrt1.o crti.o crtbeginS.o, by their paths
  std::vector<std::string> libraries;     ///< -lc++ -lunwind -lc -lclang_rt.builtins
  std::vector<std::string> end;           ///< crtendS.o crtn.o
  std::vector<Note> notes;
};

LinkPieces linkPieces(const CcInvocation &cc, const Target &target, const Toolchain &toolchain);

} // namespace lambdacc

#endif
