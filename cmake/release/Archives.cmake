# CPack runs this for its generator External: it packs the files that CPack laid out as a tarball, for Windows as a zip, and as a
# wheel. CPack's own archives have the files in the order in which a folder lists them, which differs by machine.
get_filename_component(parent "${CPACK_TEMPORARY_DIRECTORY}" DIRECTORY)
set(files "${parent}/${CPACK_PACKAGE_FILE_NAME}.files/${CPACK_PACKAGE_FILE_NAME}") # its last name is in the archive
file(REMOVE_RECURSE "${parent}/${CPACK_PACKAGE_FILE_NAME}.files")
file(MAKE_DIRECTORY "${parent}/${CPACK_PACKAGE_FILE_NAME}.files")
file(RENAME "${CPACK_TEMPORARY_DIRECTORY}" "${files}")
set(package "${CPACK_PACKAGE_DIRECTORY}/${CPACK_PACKAGE_FILE_NAME}")
if(CPACK_LAMBDA_CC_SYSTEM STREQUAL "windows")
  string(APPEND package ".zip")
  execute_process(WORKING_DIRECTORY "${files}/.." COMMAND_ERROR_IS_FATAL ANY # zips have local times
    COMMAND "${CMAKE_COMMAND}" -E env TZ=UTC "${CPACK_LAMBDA_CC_PYTHON}" -m zipfile --create "${package}" "${CPACK_PACKAGE_FILE_NAME}")
else()
  string(APPEND package ".tar.xz")
  # With one thread xz makes other blocks than with two or more.
  execute_process(WORKING_DIRECTORY "${files}/.." COMMAND_ERROR_IS_FATAL ANY
    COMMAND tar --create --sort=name --owner=0 --group=0 --numeric-owner --hard-dereference "--use-compress-program=xz --threads=2"
      "--file=${package}" "${CPACK_PACKAGE_FILE_NAME}")
endif()
set(requires)
if(CPACK_LAMBDA_CC_TOOLS)
  set(requires --requires "${CPACK_LAMBDA_CC_TOOLS}")
endif()
execute_process(COMMAND_ERROR_IS_FATAL ANY
  COMMAND "${CMAKE_COMMAND}" -E env SOURCE_DATE_EPOCH=${CPACK_LAMBDA_CC_TIME}
    "${CPACK_LAMBDA_CC_PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/wheel.py" "${files}" "${CPACK_PACKAGE_DIRECTORY}"
    --name "${CPACK_PACKAGE_NAME}" --version "${CPACK_PACKAGE_VERSION}" --system "${CPACK_LAMBDA_CC_SYSTEM}" --machine "${CPACK_LAMBDA_CC_MACHINE}"
    --summary "${CPACK_PACKAGE_DESCRIPTION_SUMMARY}" ${requires}
  OUTPUT_VARIABLE wheel OUTPUT_STRIP_TRAILING_WHITESPACE)
file(RENAME "${files}" "${CPACK_TEMPORARY_DIRECTORY}")
set(CPACK_EXTERNAL_BUILT_PACKAGES "${package}" "${wheel}")
