# cmake --install: a prefix that can be moved. The executable itself prints the names of the tools.
set(CMAKE_INSTALL_MESSAGE NEVER) # ten thousand headers
install(TARGETS lambda-cc DESTINATION bin)
# A package for another system is made here, too. Then the lambda-cc of build/prefix prints the names, because its own doesn't run.
set(lambda_cc_names "${CMAKE_CROSSCOMPILING_EMULATOR}" "\${bin}/lambda-cc")
if(NOT CMAKE_SYSTEM_NAME STREQUAL CMAKE_HOST_SYSTEM_NAME)
  set(lambda_cc_names "${CMAKE_SOURCE_DIR}/build/prefix/bin/lambda-cc")
endif()
list(APPEND lambda_cc_names names --host ${LAMBDA_CC_SYSTEM})
set(launcher)
if(TARGET launcher)
  set(launcher "$<TARGET_FILE:launcher>")
endif()
install(CODE "
  set(bin \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/bin\")
  set(lambda_cc_names ${lambda_cc_names})
  set(launcher \"${launcher}\")")
install(CODE [[
  set(drop_in "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/libexec/lambda-cc/drop-in")
  function(make_name path target)
    if(launcher) # Windows: zips, wheels and some of its file systems have no links
      file(COPY_FILE "${launcher}" "${path}")
    else()
      file(CREATE_LINK ${target} "${path}" SYMBOLIC)
    endif()
  endfunction()
  # make_names(FOLDER TARGET ARGUMENT...): one for each line that `lambda-cc names ARGUMENT...` prints.
  function(make_names folder target)
    execute_process(COMMAND ${lambda_cc_names} ${ARGN} OUTPUT_VARIABLE names COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX REPLACE "\n$" "" names "${names}")
    string(REPLACE "\n" ";" names "${names}")
    file(MAKE_DIRECTORY "${folder}")
    foreach(name IN LISTS names)
      make_name("${folder}/${name}" ${target})
    endforeach()
  endfunction()
  make_names("${bin}" lambda-cc)
  make_names("${drop_in}" ../../../bin/lambda-cc --drop-in)
  # For users who have only the drop-in folder on PATH.
  set(suffix)
  if(launcher)
    set(suffix .exe)
  endif()
  make_name("${drop_in}/lambda-cc${suffix}" ../../../bin/lambda-cc)
  message(STATUS "lambda-cc is in ${bin}")
]])
install(DIRECTORY "${LAMBDA_CC_SYSROOTS}/" DESTINATION share/lambda-cc/sysroots
  OPTIONAL PATTERN ".build" EXCLUDE)
foreach(triple IN LISTS LAMBDA_CC_TRIPLES)
  install(CODE "if(NOT EXISTS \"${LAMBDA_CC_SYSROOTS}/${triple}/made-of\")
    message(WARNING \"the sysroot of ${triple} is not built: run sh cmake/quickstart.sh, and install again\")
  endif()")
endforeach()
install(DIRECTORY "${LAMBDA_CC_LIBRARIES}/" DESTINATION share/lambda-cc/libraries
  OPTIONAL PATTERN ".build" EXCLUDE)
# Our own clang and ld.lld, for this host, if they are built. Links are kept: bin/clang-22 is one.
if(LAMBDA_CC_LLVM)
  install(CODE "if(EXISTS \"${LAMBDA_CC_LLVM}\" AND NOT EXISTS \"${LAMBDA_CC_LLVM}/made-of\")
    message(FATAL_ERROR \"${LAMBDA_CC_LLVM} (LAMBDA_CC_LLVM) has no made-of: its build has not ended\")
  endif()")
  install(DIRECTORY "${LAMBDA_CC_LLVM}/" DESTINATION libexec/lambda-cc/llvm OPTIONAL USE_SOURCE_PERMISSIONS)
endif()

# The folders in which bash, zsh, fish and man look. Windows has none of them.
if(NOT LAMBDA_CC_HOST STREQUAL "Windows")
  install(FILES "${CMAKE_SOURCE_DIR}/cmake/completions/lambda-cc.bash" DESTINATION share/bash-completion/completions RENAME lambda-cc)
  install(FILES "${CMAKE_SOURCE_DIR}/cmake/completions/_lambda-cc" DESTINATION share/zsh/site-functions)
  install(FILES "${CMAKE_SOURCE_DIR}/cmake/completions/lambda-cc.fish" DESTINATION share/fish/vendor_completions.d)
  install(FILES "${CMAKE_SOURCE_DIR}/cmake/man/lambda-cc.1" DESTINATION share/man/man1)
endif()

# The files that configure CMake and Meson for each target.
foreach(triple IN LISTS LAMBDA_CC_TRIPLES)
  string(REGEX REPLACE "-.*" "" arch "${triple}")
  string(REGEX REPLACE ".*-" "" libc "${triple}")
  string(MAKE_C_IDENTIFIER "${triple}" underscored)
  set(libraries_of_libc)
  if(libc STREQUAL musl)
    set(libraries_of_libc "
# A program for musl is static, and can't use shared libraries.
[built-in options]
default_library = 'static'
prefer_static = true")
  endif()
  configure_file("${CMAKE_SOURCE_DIR}/cmake/callers/toolchain.cmake.in" "${PROJECT_BINARY_DIR}/callers/cmake/${triple}.cmake" @ONLY)
  configure_file("${CMAKE_SOURCE_DIR}/cmake/callers/cross.ini.in" "${PROJECT_BINARY_DIR}/callers/meson/${triple}.ini" @ONLY)
endforeach()
# And those that configure Bazel, for all targets.
list(JOIN LAMBDA_CC_TRIPLES "\", \"" triples)
configure_file("${CMAKE_SOURCE_DIR}/cmake/callers/bazel/targets.bzl.in" "${PROJECT_BINARY_DIR}/callers/bazel/targets.bzl" @ONLY)
foreach(file BUILD.bazel MODULE.bazel WORKSPACE cc_toolchain.bzl extension.bzl toolchains.bzl)
  configure_file("${CMAKE_SOURCE_DIR}/cmake/callers/bazel/${file}" "${PROJECT_BINARY_DIR}/callers/bazel/${file}" COPYONLY)
endforeach()
configure_file("${CMAKE_SOURCE_DIR}/cmake/callers/gcc.specs" "${PROJECT_BINARY_DIR}/callers/gcc.specs" COPYONLY)
install(DIRECTORY "${PROJECT_BINARY_DIR}/callers/" DESTINATION share/lambda-cc)
