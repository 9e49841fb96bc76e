# Run by CPack when the files of a package are laid out. Debian's musl-tools has these names in /usr/bin, and dpkg gives a file to one
# package alone; the drop-in folder has them, too.
if(CPACK_GENERATOR STREQUAL "DEB")
  foreach(name musl-gcc x86_64-linux-musl-gcc aarch64-linux-musl-gcc)
    file(REMOVE "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/bin/${name}")
  endforeach()
endif()
