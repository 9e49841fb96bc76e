#include <string>

extern "C" int length() { return int(std::string("a text that is too long for a small string").size()); }
