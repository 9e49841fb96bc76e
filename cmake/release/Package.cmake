# `cpack` in a bundled build makes lambda-cc-<version>-<host>.tar.xz, which can be unpacked anywhere, for Windows a .zip; for Linux the
# .deb; and the wheel. Each contains the files of `cmake --install`, all sysroots and libraries, and the licences of all parts.
#
# For Linux there are two kinds: lambda-cc has our own clang and ld.lld (-DLAMBDA_CC_LLVM=), and lambda-cc-tools runs others'. The wheel of lambda-cc
# has nothing else, and requires that of lambda-cc-tools. For macOS and Windows lambda-cc has none.
set(CPACK_PACKAGE_NAME lambda-cc)
if(LAMBDA_CC_LLVM)
  set(record)
  if(EXISTS "${LAMBDA_CC_LLVM}/made-of")
    file(STRINGS "${LAMBDA_CC_LLVM}/made-of" record)
  endif()
  foreach(line "host ${CMAKE_SYSTEM_PROCESSOR}" "sysroots ${LAMBDA_CC_SYSROOTS_DIGEST}")
    if(NOT line IN_LIST record)
      message(FATAL_ERROR "no '${line}' in ${LAMBDA_CC_LLVM}/made-of\n>>> sh cmake/llvm.sh ${CMAKE_SYSTEM_PROCESSOR}")
    endif()
  endforeach()
elseif(LAMBDA_CC_SYSTEM STREQUAL "linux")
  set(CPACK_PACKAGE_NAME lambda-cc-tools)
endif()
foreach(kind sysroots libraries)
  string(TOUPPER ${kind} KIND)
  foreach(triple IN LISTS LAMBDA_CC_TRIPLES)
    set(record "${LAMBDA_CC_${KIND}}/${triple}/made-of")
    set(scripts)
    if(EXISTS "${record}")
      file(STRINGS "${record}" scripts REGEX "^scripts ")
    endif()
    if(NOT scripts STREQUAL "scripts ${LAMBDA_CC_${KIND}_DIGEST}")
      message(FATAL_ERROR "no ${kind} for ${triple} by these scripts in ${LAMBDA_CC_${KIND}}\n>>> sh cmake/${kind}.sh")
    endif()
  endforeach()
endforeach()

#===- Licences -------------------------------------------------------------===#

set(licences share/doc/lambda-cc/licences)
function(licence name file)
  install(FILES "${file}" DESTINATION ${licences} RENAME "${name}")
endfunction()
unpack(sysroots musl *COPYRIGHT)
unpack(sysroots mimalloc */LICENSE)
unpack(sysroots linux */COPYING */LICENSES/preferred */LICENSES/exceptions/Linux-syscall-note)
unpack(sysroots glibc-2.41 */COPYING.LIB */LICENSES)
licence(llvm.txt "${bundled}/llvm/llvm/LICENSE.TXT")
licence(llvm-regex.txt "${bundled}/llvm/llvm/lib/Support/COPYRIGHT.regex")
foreach(part xxhash ConvertUTF) # their licence is the comment above the first line of code
  file(READ "${bundled}/llvm/llvm/lib/Support/${part}.cpp" source)
  string(REGEX REPLACE "#include.*" "" notice "${source}")
  file(WRITE "${bundled}/llvm-${part}.txt" "${notice}")
  licence(llvm-${part}.txt "${bundled}/llvm-${part}.txt")
endforeach()
licence(musl.txt "${bundled}/musl/COPYRIGHT")
licence(mimalloc.txt "${bundled}/mimalloc/LICENSE")
licence(linux-headers.txt "${bundled}/linux/LICENSES/exceptions/Linux-syscall-note")
install(DIRECTORY "${bundled}/linux/LICENSES/preferred/" DESTINATION ${licences}/linux-headers)
licence(glibc-headers.txt "${bundled}/glibc-2.41/COPYING.LIB")
licence(glibc-headers-parts.txt "${bundled}/glibc-2.41/LICENSES")
licence(zlib.txt "${bundled}/zlib/LICENSE")
licence(minizip.txt "${bundled}/zlib/contrib/minizip/MiniZip64_info.txt")
# library_licence(NAME FILE): of a library of cmake/libraries.
function(library_licence name file)
  unpack(libraries ${name} */${file})
  licence(library-${name}.txt "${bundled}/${name}/${file}")
endfunction()
licence(library-zlib.txt "${bundled}/zlib/LICENSE")
library_licence(zstd LICENSE)
library_licence(xz COPYING.0BSD)
library_licence(bzip2 LICENSE)
library_licence(openssl LICENSE.txt)
library_licence(sqlite LICENSE.md)
library_licence(libpq COPYRIGHT)
library_licence(mariadb libmariadb/COPYING.LIB)
foreach(library fmt tomlplusplus) # the licences in their Debian packages
  find_file(licence_of_${library} NAMES copyright LICENSE PATHS /usr/share/doc/lib${library}-dev /usr/share/licenses/${library}
    NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  licence(${library}.txt "${licence_of_${library}}")
endforeach()
install(FILES LICENSE DESTINATION share/doc/lambda-cc RENAME copyright)
install(FILES README.md CHANGELOG.md DESTINATION share/doc/lambda-cc)
install(DIRECTORY docs DESTINATION share/doc/lambda-cc) # README links to them

#===- CPack ----------------------------------------------------------------===#

set(CPACK_GENERATOR External)
if(LAMBDA_CC_SYSTEM STREQUAL "linux")
  set(CPACK_GENERATOR External DEB)
endif()
set(CPACK_MONOLITHIC_INSTALL ON) # LLVM's own components are not packed
set(CPACK_PACKAGE_VENDOR lambda-cc)
set(CPACK_PACKAGE_CONTACT "the developers of lambda-cc <lambda-cc@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "cc, ld and ar for Rust on AWS Lambda")
set(CPACK_PACKAGE_DESCRIPTION "A C and C++ compiler and linker for each target of Rust on AWS Lambda: musl and glibc from 2.17 on,
x86_64 and arm64, with the headers and libraries of all of them. cargo, cc-rs, cmake and configure call it as they call the
machine's own compiler. ")
if(LAMBDA_CC_LLVM)
  string(APPEND CPACK_PACKAGE_DESCRIPTION "It brings its own clang and ld.lld.")
else()
  string(APPEND CPACK_PACKAGE_DESCRIPTION "It runs a clang and an ld.lld of the machine, or zig's.")
endif()
set(host "${LAMBDA_CC_SYSTEM}-${CMAKE_SYSTEM_PROCESSOR}")
string(REPLACE "linux-" "" host "${host}")
set(CPACK_PACKAGE_FILE_NAME "${CPACK_PACKAGE_NAME}-${PROJECT_VERSION}-${host}")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES OFF) # some libraries are for another machine, and the executable is stripped already

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE amd64)
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "aarch64")
  set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE arm64)
endif()
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_COMPRESSION_TYPE gzip) # Packed.cmake packs it again
# The two have the same files. apt replaces one by the other.
set(other lambda-cc-tools)
if(NOT LAMBDA_CC_LLVM)
  set(other lambda-cc)
  # The oldest clang that works is 16 (lib/toolchain/Providers.h).
  string(CONCAT CPACK_DEBIAN_PACKAGE_DEPENDS
    "clang-19 | clang-18 | clang-17 | clang-16 | clang (>= 1:16), "
    "lld-19 | lld-18 | lld-17 | lld-16 | lld (>= 1:16), "
    "llvm-19 | llvm-18 | llvm-17 | llvm-16 | llvm (>= 1:16)")
endif()
set(CPACK_DEBIAN_PACKAGE_CONFLICTS ${other})
set(CPACK_DEBIAN_PACKAGE_REPLACES ${other})
# Crates other than openssl-sys find the libraries by it.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS pkgconf)

# Installs the program that packs the wheel.
set(python "${CMAKE_BINARY_DIR}/python")
if(NOT EXISTS "${python}/bin/wheel")
  find_program(PYTHON python3 REQUIRED)
  execute_process(COMMAND "${PYTHON}" -m venv "${python}" COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND "${python}/bin/pip" --quiet install wheel==0.45.1 COMMAND_ERROR_IS_FATAL ANY)
endif()
set(CPACK_EXTERNAL_ENABLE_STAGING ON)
set(CPACK_EXTERNAL_PACKAGE_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/Archives.cmake")
set(CPACK_LAMBDA_CC_PYTHON "${python}/bin/python")
set(CPACK_LAMBDA_CC_SYSTEM "${LAMBDA_CC_SYSTEM}")
set(CPACK_LAMBDA_CC_TOOLS)
if(LAMBDA_CC_LLVM)
  set(CPACK_LAMBDA_CC_TOOLS lambda-cc-tools) # the wheel that its own requires
endif()
set(CPACK_LAMBDA_CC_MACHINE "${CMAKE_SYSTEM_PROCESSOR}")
# All packed files have the time of the commit, so that a package is the same whenever it is built. A zip begins in 1980.
set(CPACK_LAMBDA_CC_TIME 315532800)
execute_process(COMMAND git -C "${CMAKE_SOURCE_DIR}" log -1 --format=%ct OUTPUT_VARIABLE time OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(time)
  set(CPACK_LAMBDA_CC_TIME ${time})
endif()
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/Staged.cmake")
set(CPACK_POST_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/Packed.cmake")
include(CPack)
