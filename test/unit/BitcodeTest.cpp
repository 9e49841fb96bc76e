#include "Bitcode.h"
#include "gtest/gtest.h"

using namespace lambdacc;

namespace {
// The first 32 bytes of an object from clang 19 -flto: the magic and the identification block.
const std::string
    identification("BC\xC0\xDE\x35\x14\x00\x00\x05\x00\x00\x00\x62\x0C\x30\x24\x4A\x59\xBE\x66\xDD"
                   "\xFB\xB5\xBF\x0B\x51\x80\x4C\x01\x00\x00\x00",
                   32);
} // namespace

TEST(Bitcode, NamesItsProducer) {
  EXPECT_TRUE(isBitcode(identification));
  EXPECT_EQ(bitcodeProducer(identification), "LLVM19.1.7");
}

TEST(Bitcode, MajorOfAProducer) {
  EXPECT_EQ(majorOf("LLVM19.1.7"), 19u);
  EXPECT_EQ(majorOf("LLVM22.1.2-rust-1.95.0-stable"), 22u);
  EXPECT_EQ(majorOf("APPLE_1_1600.0.26.3_0"), 0u);
  EXPECT_EQ(majorOf(""), 0u);
}

// Objects can come from anywhere. A broken one does not have a producer, and must not crash us.
TEST(Bitcode, BrokenFilesHaveNoProducer) {
  for (size_t size = 0; size < identification.size() - 8; ++size)
    EXPECT_EQ(bitcodeProducer(identification.substr(0, size)), "") << size;
  EXPECT_EQ(bitcodeProducer("!<arch>\n"), "");
}

TEST(Bitcode, HostileFilesAreRead) {
  for (size_t byte = 4; byte < identification.size(); ++byte)
    for (unsigned value = 0; value < 256; ++value) {
      std::string hostile = identification;
      hostile[byte] = static_cast<char>(value);
      (void)bitcodeProducer(hostile);
      (void)bitcodeProducer(hostile + std::string(64, static_cast<char>(value)));
    }
}
