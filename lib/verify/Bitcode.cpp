// LLVM's own function for this is in its bitcode reader, which links in all of LLVM IR. The producer is in
// the first block of a file, for which the bitstream reader is enough.
#include "Bitcode.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Bitcode/LLVMBitCodes.h"
#include "llvm/Bitstream/BitstreamReader.h"

using llvm::StringRef;

namespace lambdacc {

bool isBitcode(StringRef contents) { return identify_magic(contents) == llvm::file_magic::bitcode; }

// The string in the identification block that begins at `cursor`; "" if there is none.
static llvm::Expected<std::string> readIdentification(llvm::BitstreamCursor &cursor) {
  if (llvm::Error error = cursor.EnterSubBlock(llvm::bitc::IDENTIFICATION_BLOCK_ID))
    return std::move(error);
  while (true) {
    llvm::Expected<llvm::BitstreamEntry> entry = cursor.advance();
    if (!entry)
      return entry.takeError();
    if (entry->Kind != llvm::BitstreamEntry::Record)
      return "";
    llvm::SmallVector<uint64_t, 64> record;
    llvm::Expected<unsigned> code = cursor.readRecord(entry->ID, record);
    if (!code)
      return code.takeError();
    if (*code == llvm::bitc::IDENTIFICATION_CODE_STRING)
      return std::string(record.begin(), record.end());
  }
}

static llvm::Expected<std::string> readProducer(StringRef contents) {
  llvm::BitstreamCursor cursor(contents);
  constexpr unsigned magicBits = 32;
  if (llvm::Expected<llvm::SimpleBitstreamCursor::word_t> magic = cursor.Read(magicBits); !magic)
    return magic.takeError();
  llvm::Expected<llvm::BitstreamEntry> entry = cursor.advance();
  if (!entry)
    return entry.takeError();
  bool isIdentification =
      entry->Kind == llvm::BitstreamEntry::SubBlock && entry->ID == llvm::bitc::IDENTIFICATION_BLOCK_ID;
  return isIdentification ? readIdentification(cursor) : llvm::Expected<std::string>("");
}

std::string bitcodeProducer(StringRef contents) {
  if (!contents.starts_with("BC"))
    return "";
  llvm::Expected<std::string> producer = readProducer(contents);
  if (producer)
    return *producer;
  consumeError(producer.takeError()); // the linker reports broken bitcode
  return "";
}

unsigned majorOf(StringRef producer) {
  unsigned major = 0;
  if (producer.consume_front("LLVM"))
    producer.consumeInteger(10, major);
  return major;
}

} // namespace lambdacc
