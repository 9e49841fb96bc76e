// The bytes of a zip, and how our own reader reads them.
#include "Zip.h"
#include "Failure.h"
#include "Package.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CRC.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

// A second of zlib, or another level, makes other bytes. A person who compares the digests of two builds then
// sees a change where there is none.
TEST(Zip, HasTheSameBytesEverywhere) {
  std::string text;
  for (unsigned i = 0; i < 100000; ++i)
    text += std::to_string(i * i) + (i % 7 ? " " : "\n");
  llvm::Expected<std::string> zip =
      zipOf({{"lib/libx.so", 0644, text}, {"bootstrap", 0755, "#!/bin/sh\n"}, {"empty", 0644, ""}});
  ASSERT_TRUE(bool(zip));
  EXPECT_EQ(zip->size(), 446564u);
  EXPECT_EQ(llvm::crc32(llvm::arrayRefFromStringRef(*zip)), 2314909732u);
}

TEST(Zip, SortsItsFiles) {
  llvm::Expected<std::string> one = zipOf({{"b", 0644, "2"}, {"a/c", 0755, "3"}, {"a", 0644, "1"}});
  llvm::Expected<std::string> other = zipOf({{"a", 0644, "1"}, {"a/c", 0755, "3"}, {"b", 0644, "2"}});
  ASSERT_TRUE(one && other);
  EXPECT_EQ(*one, *other);
}

// Non-ASCII names have the flag of UTF-8; bytes that are not UTF-8 do not.
TEST(Zip, MarksNamesAsUtf8) {
  auto flagOf = [](StringRef path) {
    llvm::Expected<std::string> zip = zipOf({{path, 0644, ""}});
    return zip ? zip->at(7) : -1; // the upper byte of the flags
  };
  EXPECT_EQ(flagOf("name"), 0);
  EXPECT_EQ(flagOf("\xc3\xa4"), 8);
  EXPECT_EQ(flagOf("\xe4"), 0);
}

TEST(Zip, RefusesTooLongPaths) {
  std::string path(70000, 'a');
  llvm::Expected<std::string> zip = zipOf({{"a", 0644, ""}, {path, 0644, ""}});
  ASSERT_FALSE(bool(zip));
  handleAllErrors(zip.takeError(), [&](const Failure &failure) {
    EXPECT_EQ(failure.headline, "'" + path + "' can't be packed");
    EXPECT_EQ(failure.evidence, std::vector<std::string>{"its path is too long for a zip"});
  });
}

TEST(Zip, IsReadBack) {
  llvm::SmallString<128> file;
  int descriptor = -1;
  ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("zip", "zip", descriptor, file));
  std::string large(3 << 20, 'x');
  llvm::Expected<std::string> zip = zipOf({{"lib/large", 0644, large}, {"bootstrap", 0755, "text"}});
  ASSERT_TRUE(bool(zip));
  llvm::raw_fd_ostream(descriptor, /*shouldClose=*/true) << *zip;
  llvm::Expected<std::unique_ptr<Package>> package = openZip(file);
  ASSERT_TRUE(bool(package));
  ASSERT_EQ((*package)->files().size(), 2u);
  EXPECT_EQ((*package)->files()[0].path, "bootstrap");
  EXPECT_EQ((*package)->files()[0].mode, 0755u);
  EXPECT_EQ((*package)->files()[1].mode, 0644u);
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents = (*package)->contents(1);
  ASSERT_TRUE(bool(contents));
  EXPECT_EQ((*contents)->getBuffer(), large);
  (void)llvm::sys::fs::remove(file);
}
