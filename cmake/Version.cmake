# Runs with each build. Writes Version.h for the commit that is built, if it is another one than before.
execute_process(COMMAND git -C ${SOURCE} rev-parse --short=12 HEAD OUTPUT_VARIABLE COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
execute_process(COMMAND git -C ${SOURCE} status --porcelain OUTPUT_VARIABLE changes ERROR_QUIET)
if(COMMIT AND changes)
  string(APPEND COMMIT "+")
endif()
configure_file(${INPUT} ${OUTPUT} @ONLY)
