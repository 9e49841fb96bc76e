# Run by CPack when the files of a package are laid out: what differs from package to package.
if(CPACK_GENERATOR STREQUAL "DEB")
  set(usr "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr")
  # Debian's musl-tools and musl-dev have these names in /usr/bin, and dpkg gives a file to one package alone; the drop-in folder has
  # them, too.
  foreach(name musl-gcc x86_64-linux-musl-gcc aarch64-linux-musl-gcc)
    file(REMOVE "${usr}/bin/${name}")
  endforeach()
  # Where Debian's zsh looks, in place of where zsh's own build does.
  file(RENAME "${usr}/share/zsh/site-functions" "${usr}/share/zsh/vendor-completions")
endif()
