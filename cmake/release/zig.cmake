# The compiler for hosts other than Linux: zig, which has the headers and the import libraries of macOS and Windows. A toolchain
# file sets zig_target and includes this.
file(GLOB zig "${CMAKE_CURRENT_LIST_DIR}/../../build/zig/lib/python*/site-packages/ziglang/zig")
if(NOT zig)
  message(FATAL_ERROR "no zig in build/zig\n>>> sh cmake/release/zig.sh")
endif()
list(GET zig 0 zig)
file(REAL_PATH "${zig}" zig)
foreach(language C ASM)
  set(CMAKE_${language}_COMPILER "${zig}" cc -target ${zig_target})
endforeach()
set(CMAKE_CXX_COMPILER "${zig}" c++ -target ${zig_target})

# zig has these, too, but CMake accepts no arguments in their places.
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES LAMBDA_CC_LLVM_MAJOR)
find_program(CMAKE_AR NAMES llvm-ar-${LAMBDA_CC_LLVM_MAJOR} REQUIRED)
find_program(CMAKE_RANLIB NAMES llvm-ranlib-${LAMBDA_CC_LLVM_MAJOR} REQUIRED)
if(CMAKE_SYSTEM_NAME STREQUAL "Darwin")
  find_program(CMAKE_INSTALL_NAME_TOOL NAMES llvm-install-name-tool-${LAMBDA_CC_LLVM_MAJOR} REQUIRED)
endif()

# Nothing of this machine is for that host.
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE NEVER)
set(CMAKE_FIND_USE_CMAKE_SYSTEM_PATH OFF)
