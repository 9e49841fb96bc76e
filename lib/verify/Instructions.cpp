#include "Instructions.h"
#include "ElfBytes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"

using llvm::StringRef;
using namespace llvm::object;

namespace lambdacc {

namespace {
struct Instruction {
  StringRef feature, name;
  uint32_t mask, bits;
};
} // namespace

// Source: the Arm Architecture Reference Manual, "Cryptographic" encodings of A64 and SVE2. LLVM's feature
// sm4 is Arm's FEAT_SM3 and FEAT_SM4.
// clang-format off
static constexpr Instruction table[] = {
    {"sm4",      "sm3ss1",      0xffe08000, 0xce400000},
    {"sm4",      "sm3tt1a",     0xffe0cc00, 0xce408000},
    {"sm4",      "sm3tt1b",     0xffe0cc00, 0xce408400},
    {"sm4",      "sm3tt2a",     0xffe0cc00, 0xce408800},
    {"sm4",      "sm3tt2b",     0xffe0cc00, 0xce408c00},
    {"sm4",      "sm3partw1",   0xffe0fc00, 0xce60c000},
    {"sm4",      "sm3partw2",   0xffe0fc00, 0xce60c400},
    {"sm4",      "sm4ekey",     0xffe0fc00, 0xce60c800},
    {"sm4",      "sm4e",        0xfffffc00, 0xcec08400},
    {"sve2-sm4", "sm4e",        0xfffffc00, 0x4523e000},
    {"sve2-sm4", "sm4ekey",     0xffe0fc00, 0x4520f000},
};
// clang-format on

static StringRef findIn(Bytes code, StringRef feature) {
  for (; code.size() >= sizeof(uint32_t); code = code.drop_front(sizeof(uint32_t))) {
    uint32_t word = llvm::support::endian::read32le(code.data());
    for (const Instruction &row : table)
      if ((word & row.mask) == row.bits && row.feature == feature)
        return row.name;
  }
  return "";
}

StringRef findInstruction(StringRef feature, StringRef contents) {
  for (const ELF64LE::Phdr &segment : segmentsOf(contents)) {
    bool isCode = segment.p_type == llvm::ELF::PT_LOAD && (segment.p_flags & llvm::ELF::PF_X);
    Bytes bytes = slice(llvm::arrayRefFromStringRef(contents), segment.p_offset, segment.p_filesz);
    if (StringRef found = isCode ? findIn(bytes, feature) : ""; !found.empty())
      return found;
  }
  return "";
}

} // namespace lambdacc
