# cmake --install: a prefix that can be moved anywhere. The names of the tools come from the executable's own table.
install(TARGETS lambda-cc)
install(CODE [[
  set(bin "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/bin")
  execute_process(COMMAND "${bin}/lambda-cc" names OUTPUT_VARIABLE names COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "\n$" "" names "${names}")
  string(REPLACE "\n" ";" names "${names}")
  foreach(name IN LISTS names)
    file(CREATE_LINK lambda-cc "${bin}/${name}" SYMBOLIC)
  endforeach()
]])
install(DIRECTORY "${LAMBDA_CC_SYSROOTS}/" DESTINATION "${CMAKE_INSTALL_DATADIR}/lambda-cc/sysroots"
  OPTIONAL PATTERN ".build" EXCLUDE)
