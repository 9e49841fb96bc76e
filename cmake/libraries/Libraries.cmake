# The target `libraries`: the libraries of libraries.txt for each triple, and `libraries-NAME`, one of them for all triples. Each has
# a stamp, so that an interrupted build continues where it stopped. A library is built after those that it needs, by the lambda-cc
# of this build with the sysroots, which must be built: sh cmake/sysroots.sh.
set(here "${CMAKE_SOURCE_DIR}/cmake/libraries")
set(work "${LAMBDA_CC_LIBRARIES}/.build")
if(work MATCHES "[ \t]")
  message(FATAL_ERROR "OpenSSL can't be built below a path with a space: ${work}\n"
    ">>> configure with -DLAMBDA_CC_LIBRARIES=<a folder without spaces>; the installation prefix may have spaces")
endif()

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${here}/libraries.txt")
file(STRINGS "${here}/libraries.txt" rows REGEX "^[^#]")
set(libraries)
foreach(row IN LISTS rows)
  string(REGEX MATCHALL "[^ ]+" needs "${row}")
  list(POP_FRONT needs name library)
  list(APPEND libraries ${library})
  set(library_of_${name} ${library})
  list(APPEND needs_of_${library} ${needs})
endforeach()
list(REMOVE_DUPLICATES libraries)

# The parts of each source that are unpacked, if not all.
set(library_parts_libpq */configure */config/* */GNUmakefile.in */src/Makefile* */src/makefiles */src/template */src/include */src/common */src/port
  */src/interfaces/libpq */src/interfaces/ecpg/include */src/tools/*.p[lm] */src/backend/port */src/backend/catalog/*.p[lm]
  */src/backend/utils/errcodes.txt */src/backend/utils/generate-errcodes.pl */src/backend/access/common/heaptuple.c */configure.ac)
set(library_parts_mariadb */libmariadb/*)

foreach(library IN LISTS libraries)
  if(NOT DEFINED library_parts_${library})
    set(library_parts_${library} *)
  endif()
  file(GLOB patches CONFIGURE_DEPENDS "${here}/patches/${library}/*.patch")
  set(unpack ${CMAKE_SOURCE_DIR}/cmake/sysroots/unpack.sh)
  add_custom_command(OUTPUT "${work}/${library}.stamp"
    COMMAND sh ${unpack} ${here}/sources.txt ${library} ${work}/downloads "${LAMBDA_CC_SOURCES}" ${work}/src/${library} ${library_parts_${library}}
    COMMAND ${CMAKE_COMMAND} -E touch "${work}/${library}.stamp"
    DEPENDS ${here}/sources.txt ${unpack} ${patches}
    USES_TERMINAL VERBATIM COMMENT "Source of ${library}")
endforeach()

# The tools that build them. Not a dependency of a library: lambda-cc changes with each commit, and seldom what it makes of these sources.
add_custom_target(libraries-tools
  COMMAND sh ${here}/tools.sh $<TARGET_FILE:lambda-cc> ${LAMBDA_CC_SYSROOTS} ${PROJECT_BINARY_DIR}/callers ${work}/prefix
  DEPENDS lambda-cc VERBATIM)

# Two at once: configure has one process at a time.
set_property(GLOBAL APPEND PROPERTY JOB_POOLS libraries=2)
set(all)
foreach(triple IN LISTS LAMBDA_CC_TRIPLES)
  set(stamps)
  foreach(library IN LISTS libraries)
    set(before)
    foreach(need IN LISTS needs_of_${library})
      if(DEFINED library_of_${need} AND NOT library_of_${need} STREQUAL library)
        list(APPEND before ${work}/${triple}/${library_of_${need}}.stamp)
      endif()
    endforeach()
    list(REMOVE_DUPLICATES before)
    set(stamp ${work}/${triple}/${library}.stamp)
    add_custom_command(OUTPUT ${stamp}
      COMMAND ${CMAKE_COMMAND} -E env CLANG=${SYSROOT_CLANG} LLD=${SYSROOT_LLD}
        sh ${here}/build.sh ${library} ${triple} ${work} ${LAMBDA_CC_LIBRARIES}/${triple}/${library}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${here}/${library}.sh ${here}/build.sh ${here}/common.sh ${work}/${library}.stamp ${before} ${LAMBDA_CC_SYSROOTS}/${triple}/made-of
      JOB_POOL libraries VERBATIM COMMENT "Library for ${triple}: ${library}")
    list(APPEND stamps ${stamp})
    list(APPEND stamps_of_${library} ${stamp})
  endforeach()
  list(JOIN libraries " " sources)
  set(record ${CMAKE_SOURCE_DIR}/cmake/sysroots/record.sh)
  add_custom_command(OUTPUT ${work}/${triple}/record.stamp
    COMMAND ${CMAKE_COMMAND} -E env DIGEST=${LAMBDA_CC_LIBRARIES_DIGEST} "SOURCES=${sources}" TABLE=${here}/sources.txt
      sh ${record} ${triple} - - ${LAMBDA_CC_LIBRARIES}/${triple}
    COMMAND ${CMAKE_COMMAND} -E touch ${work}/${triple}/record.stamp
    DEPENDS ${record} ${here}/sources.txt ${stamps}
    VERBATIM COMMENT "Libraries for ${triple}: record")
  list(APPEND all ${work}/${triple}/record.stamp)
endforeach()
add_custom_target(libraries DEPENDS ${all})
add_dependencies(libraries libraries-tools)
foreach(library IN LISTS libraries)
  add_custom_target(libraries-${library} DEPENDS ${stamps_of_${library}})
  add_dependencies(libraries-${library} libraries-tools)
endforeach()
