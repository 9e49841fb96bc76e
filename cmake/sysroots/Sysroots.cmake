# The target `sysroots`: a chain of steps for each triple. Each step has a stamp, so that an interrupted build continues where
# it stopped. A step is a script beside this file, and all take the same four arguments. It prints to the terminal while it
# runs.
set(sysroot_steps_musl linux-headers musl compiler-rt cxx mimalloc record)
set(sysroot_steps_gnu linux-headers glibc compiler-rt cxx record)
# The sources of each step. The script gets the path of the first; the others are beside it.
set(sysroot_sources_linux-headers linux)
set(sysroot_sources_musl musl)
set(sysroot_sources_glibc glibc-2.41 glibc-2.31)
set(sysroot_sources_compiler-rt llvm)
set(sysroot_sources_cxx llvm)
set(sysroot_sources_mimalloc mimalloc)
set(sysroot_sources_record llvm) # not used: each step has one

# The parts of each source that are unpacked.
set(sysroot_needs_linux */Makefile */scripts */include/uapi */include/asm-generic */tools/include */arch/x86 */arch/arm64)
set(sysroot_needs_musl *)
set(sysroot_needs_mimalloc */src */include)
set(sysroot_needs_glibc-2.41 *.h *.def *.abilist *.list)
set(sysroot_needs_glibc-2.31 *.abilist)
# */cmake is the folder of each project.
set(sysroot_needs_llvm */cmake */compiler-rt */libcxx */libcxxabi */libunwind */runtimes)

set(here "${CMAKE_SOURCE_DIR}/cmake/sysroots")
set(work "${LAMBDA_CC_SYSROOTS}/.build")
if(work MATCHES "[ \t]")
  message(FATAL_ERROR "musl can't be built below a path with a space: ${work}\n"
    ">>> configure with -DLAMBDA_CC_SYSROOTS=<a folder without spaces>; the installation prefix may have spaces")
endif()
set(hints "${LLVM_TOOLS_BINARY_DIR}")
find_program(SYSROOT_CLANG NAMES clang-${LAMBDA_CC_LLVM_MAJOR} clang HINTS ${hints} REQUIRED)
find_program(SYSROOT_CLANGXX NAMES clang++-${LAMBDA_CC_LLVM_MAJOR} clang++ HINTS ${hints} REQUIRED)
find_program(SYSROOT_LLD NAMES ld.lld-${LAMBDA_CC_LLVM_MAJOR} ld.lld HINTS ${hints} REQUIRED)
find_program(SYSROOT_PYTHON NAMES python3 REQUIRED)
find_program(SYSROOT_AR NAMES llvm-ar HINTS ${hints} REQUIRED)
find_program(SYSROOT_RANLIB NAMES llvm-ranlib HINTS ${hints} REQUIRED)
find_program(SYSROOT_OBJCOPY NAMES llvm-objcopy HINTS ${hints} REQUIRED)

foreach(source linux musl mimalloc glibc-2.31 glibc-2.41 llvm)
  file(GLOB patches CONFIGURE_DEPENDS "${here}/patches/${source}/*.patch")
  add_custom_command(OUTPUT "${work}/${source}.stamp"
    COMMAND sh ${here}/unpack.sh ${here}/sources.txt ${source} ${work}/downloads "${LAMBDA_CC_SOURCES}" ${work}/src/${source} ${sysroot_needs_${source}}
    COMMAND ${CMAKE_COMMAND} -E touch "${work}/${source}.stamp"
    DEPENDS ${here}/sources.txt ${here}/fetch.sh ${here}/debian.sh ${here}/unpack.sh ${patches}
    USES_TERMINAL VERBATIM COMMENT "Source of ${source}")
endforeach()

set(sysroot_stamps)
foreach(triple IN LISTS LAMBDA_CC_TRIPLES)
  set(before)
  string(REGEX REPLACE ".*-" "" libc "${triple}")
  set(sources_of_all)
  foreach(step IN LISTS sysroot_steps_${libc})
    list(APPEND sources_of_all ${sysroot_sources_${step}})
  endforeach()
  list(REMOVE_DUPLICATES sources_of_all)
  list(JOIN sources_of_all " " sources_of_all)
  set(environment_record DIGEST=${LAMBDA_CC_SYSROOTS_DIGEST} "SOURCES=${sources_of_all}" TABLE=${here}/sources.txt)
  foreach(step IN LISTS sysroot_steps_${libc})
    list(GET sysroot_sources_${step} 0 source)
    list(TRANSFORM sysroot_sources_${step} REPLACE "(.+)" "${work}/\\1.stamp" OUTPUT_VARIABLE sources)
    file(GLOB parts "${here}/${step}/*")
    set(stamp "${work}/${triple}/${step}.stamp")
    add_custom_command(OUTPUT ${stamp}
      COMMAND ${CMAKE_COMMAND} -E env
        CLANG=${SYSROOT_CLANG} CLANGXX=${SYSROOT_CLANGXX} LLD=${SYSROOT_LLD} PYTHON=${SYSROOT_PYTHON} LLVM_AR=${SYSROOT_AR} LLVM_RANLIB=${SYSROOT_RANLIB}
        LLVM_OBJCOPY=${SYSROOT_OBJCOPY}
        ${environment_${step}}
        sh ${here}/${step}.sh ${triple} ${work}/src/${source} ${work}/${triple}/${step} ${LAMBDA_CC_SYSROOTS}/${triple}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${here}/${step}.sh ${here}/llvm-flags.sh ${parts} ${sources} ${before}
      USES_TERMINAL VERBATIM COMMENT "Sysroot of ${triple}: ${step}")
    set(before ${stamp})
  endforeach()
  list(APPEND sysroot_stamps ${before})
endforeach()
add_custom_target(sysroots DEPENDS ${sysroot_stamps})
