# Builds LLVM from its pinned source, in place of the machine's (cmake/Installed.cmake), for the target of the toolchain file. So a
# package has one executable that depends on nothing. LLVM is a part of this build, and only the parts that are linked get compiled.
#
# Builds in two folders give the same bytes: paths are not compiled in, and libraries of the machine are not found. fmt and
# toml++ consist of headers only, and are the machine's.
enable_language(C ASM)

# cmake --install runs the executable for the names of the tools (cmake/Install.cmake).
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT CMAKE_HOST_SYSTEM_PROCESSOR STREQUAL CMAKE_SYSTEM_PROCESSOR)
  find_program(EMULATOR NAMES qemu-${CMAKE_SYSTEM_PROCESSOR}-static qemu-${CMAKE_SYSTEM_PROCESSOR} REQUIRED)
  set(CMAKE_CROSSCOMPILING_EMULATOR "${EMULATOR}")
endif()

unpack(sysroots llvm */llvm/CMakeLists.txt */llvm/LICENSE.TXT */llvm/cmake */llvm/include */llvm/lib */llvm/projects */llvm/utils
  */cmake */third-party */clang/include/clang/Driver)

add_compile_options("-ffile-prefix-map=${CMAKE_BINARY_DIR}=build" "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=lambda-cc")

#===- LLVM -----------------------------------------------------------------===#

find_program(LLVM_TBLGEN NAMES llvm-tblgen-${LAMBDA_CC_LLVM_MAJOR} llvm-tblgen
  HINTS /usr/lib/llvm-${LAMBDA_CC_LLVM_MAJOR}/bin REQUIRED)
set(LLVM_TABLEGEN "${LLVM_TBLGEN}" CACHE FILEPATH "The machine's: this build makes no programs that run here")
set(LLVM_TARGETS_TO_BUILD "" CACHE STRING "None: lambda-cc generates no code")
set(llvm_linux unknown-linux-musl)
set(llvm_macos apple-darwin20) # macOS 11
set(llvm_windows w64-windows-gnu)
set(LLVM_HOST_TRIPLE "${CMAKE_SYSTEM_PROCESSOR}-${llvm_${LAMBDA_CC_SYSTEM}}" CACHE STRING "")
foreach(off
    APPEND_VC_REV BUILD_TOOLS BUILD_UTILS ENABLE_BINDINGS ENABLE_LIBEDIT ENABLE_LIBXML2 ENABLE_PIC ENABLE_TERMINFO ENABLE_Z3_SOLVER
    ENABLE_ZLIB ENABLE_ZSTD INCLUDE_BENCHMARKS INCLUDE_DOCS INCLUDE_EXAMPLES INCLUDE_RUNTIMES INCLUDE_TESTS INCLUDE_TOOLS INCLUDE_UTILS)
  set(LLVM_${off} OFF CACHE BOOL "")
endforeach()
set(LLVM_ENABLE_WARNINGS OFF CACHE BOOL "LLVM's own warnings")
# LLVM sets its own standard in the cache, which would differ between the first configuration and the second.
set(CMAKE_CXX_STANDARD ${CMAKE_CXX_STANDARD} CACHE STRING "The standard of our own code")
add_subdirectory("${bundled}/llvm/llvm" "${bundled}/build/llvm" EXCLUDE_FROM_ALL)
# Of Object lambda-cc uses what knows ELF. The rest needs IR, MC and more: 370 files that would be compiled and not linked.
set_target_properties(LLVMObject PROPERTIES
  SOURCES "${bundled}/llvm/llvm/lib/Object/ELF.cpp;${bundled}/llvm/llvm/lib/Object/Error.cpp"
  LINK_LIBRARIES "" INTERFACE_LINK_LIBRARIES "LLVMBinaryFormat;LLVMTargetParser;LLVMSupport")
set(LLVM_INCLUDE_DIRS "${bundled}/llvm/llvm/include" "${bundled}/build/llvm/include" "${bundled}/llvm/clang/include" "${bundled}/include")
set(LLVM_DEFINITIONS)

# clang's option table.
set(options "${bundled}/include/clang/Driver/Options.inc")
file(MAKE_DIRECTORY "${bundled}/include/clang/Driver")
execute_process(COMMAND "${LLVM_TBLGEN}" -gen-opt-parser-defs -I "${bundled}/llvm/llvm/include" -I "${bundled}/llvm/clang/include/clang/Driver"
  -o "${options}" --write-if-changed "${bundled}/llvm/clang/include/clang/Driver/Options.td" COMMAND_ERROR_IS_FATAL ANY)

#===- The others -----------------------------------------------------------===#

# Header-only libraries, in a folder of their own that hides the machine's other headers.
foreach(library fmt toml++)
  find_path(folder_of_${library} NAMES ${library}/core.h ${library}/toml.h PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH
    NO_DEFAULT_PATH REQUIRED)
  file(CREATE_LINK "${folder_of_${library}}/${library}" "${bundled}/include/${library}" SYMBOLIC)
endforeach()
set(TOMLPLUSPLUS_FOLDER "${bundled}/include" CACHE PATH "")
add_library(fmt::fmt-header-only INTERFACE IMPORTED)
set_target_properties(fmt::fmt-header-only PROPERTIES INTERFACE_COMPILE_DEFINITIONS FMT_HEADER_ONLY=1)
