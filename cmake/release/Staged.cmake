# CPack runs this after it has laid out the files of a package. It makes the differences between the packages, and sets the files' times.
set(stage "${CPACK_TEMPORARY_INSTALL_DIRECTORY}")
if(CPACK_GENERATOR STREQUAL "DEB")
  set(usr "${stage}/usr")
  # Debian's musl-tools and musl-dev have these names in /usr/bin, and dpkg allows a file in one package only. The drop-in
  # folder has them, too.
  foreach(name musl-gcc x86_64-linux-musl-gcc aarch64-linux-musl-gcc)
    file(REMOVE "${usr}/bin/${name}")
  endforeach()
  # Debian's zsh searches another folder than zsh's own build.
  file(RENAME "${usr}/share/zsh/site-functions" "${usr}/share/zsh/vendor-completions")
endif()

# Neither a zip nor Windows without a privilege has links. Those of the sysroots are copied.
if(CPACK_LAMBDA_CC_SYSTEM STREQUAL "windows")
  execute_process(COMMAND cp --recursive --dereference --preserve=mode,timestamps "${stage}" "${stage}.files" COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE_RECURSE "${stage}")
  file(RENAME "${stage}.files" "${stage}")
endif()

execute_process(COMMAND find "${stage}" -exec touch --no-dereference --date=@${CPACK_LAMBDA_CC_TIME} "{}" + COMMAND_ERROR_IS_FATAL ANY)
