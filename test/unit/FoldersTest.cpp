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
