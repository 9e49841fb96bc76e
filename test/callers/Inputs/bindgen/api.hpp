#include "api.h"
#include <string>
#ifndef _LIBCPP_VERSION
#error "not libc++"
#endif
struct record {
  int64_t number;
  struct stat file;
  std::string name;
};
