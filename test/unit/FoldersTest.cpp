#include "Folders.h"
#include "gtest/gtest.h"

using namespace lambdacc;

TEST(Folders, OfTheHost) {
  struct {
    const char *folder;
    bool isHostFolder;
  } rows[] = {
      {"/usr/include", true},
      {"/usr/include/", true},
      {"/usr/include/.", true},
      {"/usr/./include", true},
      {"//usr//include", true},
      {"/usr/lib/../include", true},
      {"/../usr/include", true},
      {"/usr/include/postgresql", true},
      {"/usr/include/postgresql/15/server", true},
      {"/usr/include/c++/12", true},
      {"/usr/include/aarch64-linux-gnu/c++/12", true},
      {"/usr/include/x86_64-linux-musl", false},
      {"/usr/include/x86_64-linux-musl/sys", false},
      {"/usr/include/..", false},
      {"/usr/includes", false},
      {"/usr/local/include", true},
      {"/usr/local/include/own", false},
      {"/usr/local/lib", true},
      {"/usr/local/lib64", true},
      {"/usr/local/lib/x86_64-linux-gnu", true},
      {"/usr/local/musl/lib", false},
      {"/usr/local/musl/include", false},
      {"/usr/local/lib/../musl/lib", false},
      {"/usr/local", false},
      {"/lib", true},
      {"/lib64", true},
      {"/usr/lib32", true},
      {"/usr/lib", true},
      {"/usr/lib/x86_64-linux-gnu", true},
      {"/usr/lib/x86_64-linux-gnu/glib-2.0/include", true},
      {"/usr/lib/x86_64-linux-gnux32", false},
      {"/usr/lib/x86_64-linux-musl", false},
      {"/usr/lib/musl/lib", false},
      {"/usr/lib/gcc/x86_64-linux-gnu/12", true},
      {"/usr/lib/gcc/x86_64-linux-gnu/12/../../../x86_64-linux-gnu", true},
      {"/usr/lib/gcc-cross/aarch64-linux-gnu/12", false},
      {"/usr/lib/llvm-19/lib", false},
      {"/usr/aarch64-linux-gnu/lib", false},
      {"/usr/share", true},
      {"/usr/include/python3.11", true},
      {"/usr/include/node", false},
      {"/usr/include/node/../nodejs/src", false},
      {"/usr/include/nodes", true},
      {"/opt/homebrew/lib", true},
      {"/opt/homebrew/opt/musl-cross/lib", false},
      {"/home/linuxbrew/.linuxbrew/lib", true},
      {"/nix/store/0c-zlib-x86_64-unknown-linux-musl/lib", false},
      {"usr/include", false},
      {"=/usr/include", false},
      {"/", false},
      {"", false},
  };
  for (const auto &row : rows)
    EXPECT_EQ(isHostFolder(row.folder), row.isHostFolder) << row.folder;
}

// Homebrew's .pc files name its Cellar. A package for a target has a triple in its name.
TEST(Folders, OfAMac) {
  struct {
    const char *folder;
    bool isHostFolder;
  } rows[] = {
      {"/opt/homebrew/include", true},
      {"/opt/homebrew/Cellar/openssl@3/3.3.1/include", true},
      {"/opt/homebrew/opt/libpq/lib", true},
      {"/usr/local/opt/openssl@3/lib", true},
      {"/usr/local/Cellar/zstd/1.5.6/include", true},
      {"/opt/homebrew/opt/musl-cross/lib", false},
      {"/opt/homebrew/Cellar/x86_64-unknown-linux-musl/13.3.0/lib", false},
      {"/opt/homebrew/opt/musl-cross/libexec/x86_64-linux-musl/include", false},
      {"/opt/local/include", true},
      {"/opt/local/lib/postgresql16", true},
      {"/opt/local/libexec/openssl3/lib", true},
      {"/opt/local", false},
      {"/opt/locale/lib", false},
      {"/usr/local/include", true},
      {"/Library/Developer/CommandLineTools/SDKs/MacOSX.sdk/usr/include", true},
      {"/Applications/Xcode.app/Contents/Developer/Platforms/MacOSX.platform/Developer/SDKs/MacOSX.sdk/usr/"
       "lib",
       true},
      {"/Users/me/lib", false},
  };
  for (const auto &row : rows)
    EXPECT_EQ(isHostFolder(row.folder, System::Mac), row.isHostFolder) << row.folder;
  EXPECT_FALSE(isHostFolder("/opt/local/lib", System::Linux));
  EXPECT_FALSE(isHostFolder("/usr/local/opt/own/lib", System::Linux));
}

// MSYS2's pkg-config prints its folders with a drive and slashes.
TEST(Folders, OfWindows) {
  struct {
    const char *folder;
    bool isHostFolder;
  } rows[] = {
      {"C:/msys64/mingw64/lib", true},
      {"c:\\MSYS64\\ucrt64\\include", true},
      {"D:/msys64/usr/lib/../include", true},
      {"C:/msys64/home/me/musl/lib", false},
      {"C:\\Program Files (x86)\\Windows Kits\\10\\Include\\10.0.22621.0\\ucrt", true},
      {"C:\\Users\\me\\lib", false},
      {"/usr/lib", true},
      {"\\\\server\\msys64\\mingw64", false},
      {"", false},
  };
  for (const auto &row : rows)
    EXPECT_EQ(isHostFolder(row.folder, System::Windows), row.isHostFolder) << row.folder;
  EXPECT_EQ(plainFolder("C:\\a\\.\\b\\..\\c\\", System::Windows), "C:/a/c");
  EXPECT_EQ(plainFolder("\\\\server\\share\\a/", System::Windows), "//server/share/a");
}

TEST(Folders, OnLambda) {
  struct {
    const char *folder;
    Place place;
  } rows[] = {
      {"$ORIGIN", Place::Callers},          {"$ORIGIN/lib", Place::Callers},
      {"${ORIGIN}/../lib", Place::Callers}, {"$ORIGINAL/lib", Place::Nowhere},
      {"/var/task", Place::Callers},        {"/var/task/lib/", Place::Callers},
      {"/opt/lib", Place::Callers},         {"//opt/lib", Place::Callers},
      {"/optional", Place::Nowhere},        {"/var/lang/lib", Place::Callers},
      {"/var/runtime", Place::Callers},     {"/mnt/models/lib", Place::Callers},
      {"/usr/lib64", Place::System},        {"/lib", Place::System},
      {"/usr/lib/../lib64", Place::System}, {"/opt/../home/me/lib", Place::Nowhere},
      {"/home/me/lib", Place::Nowhere},     {"/usr/local/lib", Place::Nowhere},
      {"/tmp/lib", Place::Nowhere},         {"", Place::System},
  };
  for (const auto &row : rows)
    EXPECT_EQ(placeOf(row.folder), row.place) << row.folder;
}
