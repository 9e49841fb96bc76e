# CPack runs this for its generator External: it makes a wheel of the files that CPack laid out.
execute_process(COMMAND_ERROR_IS_FATAL ANY
  COMMAND "${CPACK_LAMBDA_CC_PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/wheel.py" "${CPACK_TEMPORARY_DIRECTORY}" "${CPACK_PACKAGE_DIRECTORY}"
    --version "${CPACK_PACKAGE_VERSION}" --system "${CPACK_LAMBDA_CC_SYSTEM}" --machine "${CPACK_LAMBDA_CC_MACHINE}"
    --summary "${CPACK_PACKAGE_DESCRIPTION_SUMMARY}"
  OUTPUT_VARIABLE wheel OUTPUT_STRIP_TRAILING_WHITESPACE)
set(CPACK_EXTERNAL_BUILT_PACKAGES "${wheel}")
