#pragma once
static inline const char *header_file(void) { return __FILE__; }
