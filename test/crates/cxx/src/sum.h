#pragma once
#include "rust/cxx.h"
#include <memory>
#include <vector>

int sum(const std::vector<int> &numbers);
std::unique_ptr<std::vector<int>> numbers(int count);
rust::String shout(rust::Str text);
