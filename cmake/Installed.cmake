# Finds LLVM and fmt on this machine, and makes LLVM's static libraries usable in a static executable. LLVM's own version file
# refuses `find_package(LLVM 19)`.
find_package(LLVM ${LAMBDA_CC_LLVM_MAJOR}.1 REQUIRED CONFIG)
find_package(fmt REQUIRED)
find_program(LLVM_TBLGEN NAMES llvm-tblgen HINTS ${LLVM_TOOLS_BINARY_DIR} NO_DEFAULT_PATH REQUIRED)

# LLVMSupport's exported list names libz3, zlib and zstd as shared libraries, which -static refuses. We do not use z3.
set_property(TARGET LLVMSupport PROPERTY INTERFACE_LINK_LIBRARIES LLVMDemangle z zstd tinfo)

# clang's option table is a header of libclang-dev. Nothing else of clang is used, and no library of it is linked.
if(NOT EXISTS "${LLVM_INCLUDE_DIRS}/clang/Driver/Options.inc")
  message(FATAL_ERROR "clang/Driver/Options.inc is missing: install libclang-${LAMBDA_CC_LLVM_MAJOR}-dev")
endif()
