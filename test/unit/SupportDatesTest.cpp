#include "SupportDates.h"
#include "Instances.h"
#include "RuntimeName.h"
#include "Today.h"
#include "llvm/Support/Regex.h"
#include "gtest/gtest.h"

using namespace lambdacc;

static std::string warningOn(llvm::StringRef runtime, llvm::StringRef today) {
  std::optional<Finding> finding = outOfSupport(findRuntime(runtime).value_or(Runtime()), today);
  return finding ? inText({*finding}) : "";
}

// The rows of the table, on the days before and of each change.
TEST(SupportDates, Text) {
  constexpr struct {
    const char *runtime, *today, *text;
  } rows[] = {
      {"provided.al2", "2025-12-31", "supported until 2026-07-31"},
      {"provided.al2", "2026-07-30", "supported until 2026-07-31"},
      {"provided.al2", "2026-07-31",
       "support ended on 2026-07-31; functions can be updated until 2027-03-03"},
      {"provided.al2", "2026-11-28",
       "support ended on 2026-07-31; functions can be updated until 2027-03-03"},
      {"provided.al2", "2027-03-02",
       "support ended on 2026-07-31; functions can be updated until 2027-03-03"},
      {"provided.al2", "2027-03-03",
       "support ended on 2026-07-31; functions can't be updated since 2027-03-03"},
      {"provided.al2", "2030-01-01",
       "support ended on 2026-07-31; functions can't be updated since 2027-03-03"},
      {"provided.al2023", "2026-11-28", "supported until 2029-06-30"},
      {"provided.al2023", "2029-06-29", "supported until 2029-06-30"},
      {"provided.al2023", "2029-06-30",
       "support ended on 2029-06-30; functions can be updated until 2029-08-31"},
      {"managed:c8g", "2026-11-28", "supported until 2029-06-30"},
      {"image:glibc2.36", "2026-11-28", ""},
      {"image:musl", "2040-01-01", ""},
  };
  for (const auto &row : rows)
    EXPECT_EQ(supportText(findRuntime(row.runtime).value_or(Runtime()), row.today), row.text)
        << row.runtime << " " << row.today;
}

TEST(SupportDates, Warning) {
  EXPECT_EQ(warningOn("provided.al2", "2026-07-30"), "");
  EXPECT_EQ(warningOn("provided.al2", "2026-07-31"),
            "warning: AWS ended its support of provided.al2 on 2026-07-31\n"
            ">>> functions can be updated until 2027-03-03\n>>> deploy to provided.al2023\n");
  EXPECT_EQ(warningOn("provided.al2", "2027-03-03"),
            "warning: AWS ended its support of provided.al2 on 2026-07-31\n"
            ">>> functions can't be updated since 2027-03-03\n>>> deploy to provided.al2023\n");
  // There is no newer runtime to name.
  EXPECT_EQ(warningOn("managed:c8g", "2029-07-01"),
            "warning: AWS ended its support of managed:c8g on 2029-06-30\n"
            ">>> functions can be updated until 2029-08-31\n");
  EXPECT_EQ(warningOn("provided.al2", "2031-01-01").find("deploy"), std::string::npos);
  EXPECT_EQ(warningOn("image:glibc2.36", "2040-01-01"), "");
}

// Days compare as texts only if all have this form. cmake/facts.py reads it, too.
TEST(SupportDates, Form) {
  llvm::Regex day("^20[0-9][0-9]-[01][0-9]-[0-3][0-9]$");
  EXPECT_TRUE(day.match(today()));
  for (const Runtime &row : runtimes()) {
    ASSERT_TRUE(row.support && row.libraries);
    const Support support = row.support.value_or(Support{"", "", {"", ""}});
    EXPECT_TRUE(day.match(support.ends) && day.match(support.updates)) << row.name.str();
    EXPECT_TRUE(day.match(support.checked.day) && day.match(row.libraries.value_or(Checked{"", ""}).day))
        << row.name.str();
    EXPECT_LT(support.ends.str(), support.updates.str());
  }
  for (const Instances &row : instances())
    EXPECT_TRUE(day.match(row.checked.day) && !row.checked.source.empty()) << row.generation.str();
}
