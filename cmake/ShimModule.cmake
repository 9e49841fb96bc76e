# shim_module(NAME SOURCES a.cpp HEADERS a.h DEPENDS other-modules LLVM Support Option)
#
# One step of the way of the data: one static library. A module sees the headers of the modules that it names in
# DEPENDS, and of those that these depend on, and no others. So an include against the order does not compile.
add_library(shim_flags INTERFACE)
target_compile_options(shim_flags INTERFACE
  -fno-exceptions -ffunction-sections -fdata-sections -Wall -Wextra -Wno-unused-parameter -Werror)
# For a release, small also means that it starts fast. Nothing throws, so tables for unwinding are not needed.
target_compile_options(shim_flags INTERFACE $<$<CONFIG:MinSizeRel>:-Oz -fno-asynchronous-unwind-tables>)
if(LAMBDA_CC_BUNDLED) # LLVM's default; Debian's LLVM is built with RTTI
  target_compile_options(shim_flags INTERFACE -fno-rtti)
endif()
if(LAMBDA_CC_SANITIZE)
  target_compile_options(shim_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize=vptr,function -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(shim_flags INTERFACE -fsanitize=address,undefined)
endif()
if(LAMBDA_CC_FUZZ)
  target_compile_options(shim_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

function(shim_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;DEPENDS;LLVM" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR} FILES ${arg_HEADERS})
  list(TRANSFORM arg_LLVM PREPEND LLVM)
  target_link_libraries(${name} PUBLIC llvm_headers ${arg_DEPENDS} ${arg_LLVM} PRIVATE shim_flags)
endfunction()
