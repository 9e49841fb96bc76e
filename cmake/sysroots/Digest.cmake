# LAMBDA_CC_SYSROOTS_DIGEST is the digest of the scripts that build the sysroots, LAMBDA_CC_LIBRARIES_DIGEST of those that build the
# libraries. Each sysroot contains its digest, and so does lambda-cc. `lambda-cc doctor` compares the two, and finds a sysroot that
# another version built. The same holds for the libraries of a triple.
function(digest_of folder variable)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*")
  list(SORT files)
  set(sums)
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${folder}/${file}")
    file(SHA256 "${folder}/${file}" sum)
    string(APPEND sums "${file} ${sum}\n")
  endforeach()
  string(SHA256 digest "${sums}")
  string(SUBSTRING "${digest}" 0 12 digest)
  set(${variable} "${digest}" PARENT_SCOPE)
endfunction()
digest_of("${CMAKE_SOURCE_DIR}/cmake/sysroots" LAMBDA_CC_SYSROOTS_DIGEST)
digest_of("${CMAKE_SOURCE_DIR}/cmake/libraries" LAMBDA_CC_LIBRARIES_DIGEST)
