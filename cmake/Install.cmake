# cmake --install: a prefix that can be moved anywhere. The names of the tools come from the executable's own table.
install(TARGETS lambda-cc DESTINATION bin)
install(CODE [[
  set(bin "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/bin")
  execute_process(COMMAND "${bin}/lambda-cc" names OUTPUT_VARIABLE names COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "\n$" "" names "${names}")
  string(REPLACE "\n" ";" names "${names}")
  foreach(name IN LISTS names)
    file(CREATE_LINK lambda-cc "${bin}/${name}" SYMBOLIC)
  endforeach()
  # The same, and one plain name: rustc's default linker. Never a plain ld, as or ar: the host's compilers look those up.
  set(drop_in "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/libexec/lambda-cc/drop-in")
  file(MAKE_DIRECTORY "${drop_in}")
  foreach(name IN LISTS names ITEMS cc)
    file(CREATE_LINK ../../../bin/lambda-cc "${drop_in}/${name}" SYMBOLIC)
  endforeach()
]])
install(DIRECTORY "${LAMBDA_CC_SYSROOTS}/" DESTINATION share/lambda-cc/sysroots
  OPTIONAL PATTERN ".build" EXCLUDE)

# What CMake and Meson are told the tools by, a file each for each target.
foreach(triple IN LISTS LAMBDA_CC_TRIPLES)
  string(REGEX REPLACE "-.*" "" arch "${triple}")
  string(MAKE_C_IDENTIFIER "${triple}" underscored)
  configure_file("${CMAKE_SOURCE_DIR}/cmake/callers/toolchain.cmake.in" "${PROJECT_BINARY_DIR}/callers/cmake/${triple}.cmake" @ONLY)
  configure_file("${CMAKE_SOURCE_DIR}/cmake/callers/cross.ini.in" "${PROJECT_BINARY_DIR}/callers/meson/${triple}.ini" @ONLY)
endforeach()
install(DIRECTORY "${PROJECT_BINARY_DIR}/callers/" DESTINATION share/lambda-cc)
