# cmake --install: a prefix that can be moved. The executable itself prints the names of the tools.
set(CMAKE_INSTALL_MESSAGE NEVER) # ten thousand headers
install(TARGETS lambda-cc DESTINATION bin)
install(CODE "set(emulator \"${CMAKE_CROSSCOMPILING_EMULATOR}\")")
install(CODE [[
  set(bin "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/bin")
  set(drop_in "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/libexec/lambda-cc/drop-in")
  # link_names(FOLDER TARGET ARGUMENT...): a link for each name that `lambda-cc names ARGUMENT...` prints.
  function(link_names folder target)
    execute_process(COMMAND ${emulator} "${bin}/lambda-cc" names ${ARGN} OUTPUT_VARIABLE names COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX REPLACE "\n$" "" names "${names}")
    string(REPLACE "\n" ";" names "${names}")
    file(MAKE_DIRECTORY "${folder}")
    foreach(name IN LISTS names)
      file(CREATE_LINK ${target} "${folder}/${name}" SYMBOLIC)
    endforeach()
  endfunction()
  link_names("${bin}" lambda-cc)
  link_names("${drop_in}" ../../../bin/lambda-cc --drop-in)
  file(CREATE_LINK ../../../bin/lambda-cc "${drop_in}/lambda-cc" SYMBOLIC) # for users who have only the drop-in folder on PATH
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

# The folders in which bash, zsh, fish and man look.
install(FILES "${CMAKE_SOURCE_DIR}/cmake/completions/lambda-cc.bash" DESTINATION share/bash-completion/completions RENAME lambda-cc)
install(FILES "${CMAKE_SOURCE_DIR}/cmake/completions/_lambda-cc" DESTINATION share/zsh/site-functions)
install(FILES "${CMAKE_SOURCE_DIR}/cmake/completions/lambda-cc.fish" DESTINATION share/fish/vendor_completions.d)
install(FILES "${CMAKE_SOURCE_DIR}/cmake/man/lambda-cc.1" DESTINATION share/man/man1)

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
install(DIRECTORY "${PROJECT_BINARY_DIR}/callers/" DESTINATION share/lambda-cc)
