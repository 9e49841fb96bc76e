# LAMBDA_CC_SYSROOTS_DIGEST is the digest of the scripts that build the sysroots. Each sysroot contains it, and so does
# lambda-cc. `lambda-cc doctor` compares the two, and finds a sysroot that another version built.
file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_LIST_DIR}" "${CMAKE_CURRENT_LIST_DIR}/*")
list(SORT files)
set(sums)
foreach(file IN LISTS files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/${file}")
  file(SHA256 "${CMAKE_CURRENT_LIST_DIR}/${file}" sum)
  string(APPEND sums "${file} ${sum}\n")
endforeach()
string(SHA256 LAMBDA_CC_SYSROOTS_DIGEST "${sums}")
string(SUBSTRING "${LAMBDA_CC_SYSROOTS_DIGEST}" 0 12 LAMBDA_CC_SYSROOTS_DIGEST)
