# zlib and minizip from zlib's pinned source, in each build. The machine's zlib may be another version or zlib-ng, which compress the
# same file to other bytes, and `lambda-cc package` makes the same zip everywhere.
enable_language(C)
unpack(libraries zlib *.h *.c *LICENSE */contrib/minizip)

# LLVMSupport links `z`, too, where it is the machine's.
add_library(z STATIC EXCLUDE_FROM_ALL)
foreach(file adler32 compress crc32 deflate inffast inflate inftrees trees uncompr zutil)
  target_sources(z PRIVATE "${bundled}/zlib/${file}.c")
endforeach()
target_include_directories(z SYSTEM PUBLIC "${bundled}/zlib")

# minizip, in zlib's contrib folder, without encryption.
add_library(minizip STATIC EXCLUDE_FROM_ALL)
foreach(file ioapi unzip zip)
  target_sources(minizip PRIVATE "${bundled}/zlib/contrib/minizip/${file}.c")
endforeach()
target_compile_definitions(minizip PRIVATE NOCRYPT NOUNCRYPT)
target_include_directories(minizip SYSTEM PUBLIC "${bundled}/zlib/contrib")
target_link_libraries(minizip PUBLIC z)
foreach(library z minizip)
  target_compile_options(${library} PRIVATE -w)
endforeach()
