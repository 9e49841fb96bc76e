//===- LinkPieces.h - What a driver adds to a link ------------------------===//
//
// The kind of output, the start objects and the default libraries. They are the same whether clang's driver
// or ld.lld makes the link.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_LINKPIECES_H
#define LAMBDA_CC_PLAN_LINKPIECES_H

#include "Plan.h"

namespace lambdacc {

enum class OutputKind {
  Pie,       ///< position independent, with shared libraries
  Fixed,     ///< at a fixed address, with shared libraries
  StaticPie, ///< position independent, with libc inside
  Static,    ///< at a fixed address, with libc inside
  Shared,
  Relocatable,
};

/// Whether it is a program without shared libraries.
inline bool isStatic(OutputKind kind) { return kind == OutputKind::StaticPie || kind == OutputKind::Static; }

/// The kind that the caller selects. The default is a PIE, as in clang. Programs for musl are always static:
/// neither Lambda nor the usual build machine has musl's loader.
OutputKind outputKind(const CcInvocation &cc, const Target &target);

/// Whether rustc makes the link with the inputs `files`.
bool isOfRustc(llvm::ArrayRef<llvm::StringRef> files);

/// Whether `file` is a start object, by its name.
bool isStartObject(llvm::StringRef file);

/// Whether `option` selects the kind of output.
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
