# Finds LLVM and makes its static libraries usable in a fully static executable.
# The major version is named here and nowhere else; `find_package(LLVM 19)` is refused by LLVM's own version file.
set(LAMBDA_CC_LLVM_MAJOR 19)
find_package(LLVM ${LAMBDA_CC_LLVM_MAJOR}.1 REQUIRED CONFIG)
find_package(fmt REQUIRED)

# LLVMSupport's exported list names a shared libz3 and shared zlib and zstd, which -static refuses. Nothing of ours calls z3.
set_property(TARGET LLVMSupport PROPERTY INTERFACE_LINK_LIBRARIES LLVMDemangle z zstd tinfo)

# clang's option table is a header of libclang-dev. It is the only thing that is used of clang: no library of it is linked.
if(NOT EXISTS "${LLVM_INCLUDE_DIRS}/clang/Driver/Options.inc")
  message(FATAL_ERROR "clang/Driver/Options.inc is missing: install libclang-${LAMBDA_CC_LLVM_MAJOR}-dev")
endif()

add_library(llvm_headers INTERFACE)
target_include_directories(llvm_headers SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
target_compile_definitions(llvm_headers INTERFACE ${LLVM_DEFINITIONS})

# option_table(NAME): NAME.td of the current folder, through TableGen, as NAME.inc for the module's own sources.
find_program(LLVM_TBLGEN NAMES llvm-tblgen HINTS ${LLVM_TOOLS_BINARY_DIR} NO_DEFAULT_PATH REQUIRED)
function(option_table module name)
  set(inc "${CMAKE_CURRENT_BINARY_DIR}/${name}.inc")
  add_custom_command(OUTPUT ${inc}
    COMMAND ${LLVM_TBLGEN} -gen-opt-parser-defs -I ${LLVM_INCLUDE_DIRS} -o ${inc} ${CMAKE_CURRENT_SOURCE_DIR}/${name}.td
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}.td
    COMMENT "Option table ${name}.td")
  add_custom_target(${name}Table DEPENDS ${inc})
  add_dependencies(${module} ${name}Table)
  target_sources(${module} PRIVATE ${inc})
  target_include_directories(${module} PUBLIC ${CMAKE_CURRENT_BINARY_DIR})
endfunction()
