# A toolchain file: Windows on x86_64.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(zig_target x86_64-windows-gnu)
include("${CMAKE_CURRENT_LIST_DIR}/zig.cmake")
find_program(CMAKE_RC_COMPILER NAMES llvm-windres-${LAMBDA_CC_LLVM_MAJOR} REQUIRED)
# CMake's default has ten libraries. LLVM and the launcher name those that they need.
set(CMAKE_CXX_STANDARD_LIBRARIES "" CACHE STRING "")
set(CMAKE_C_STANDARD_LIBRARIES "" CACHE STRING "")
