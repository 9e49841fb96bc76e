# The system that lambda-cc is built for. Code that differs by system is in files of its own, which host_sources() chooses.
option(LAMBDA_CC_PORTABLE "On Linux, use only what other POSIX systems have, too. For tests of the code that macOS runs" OFF)

# A build script runs on the host. Windows on arm64 runs the executable for x86_64.
set(host_machines_Linux "x86_64|aarch64")
set(host_machines_Darwin "x86_64|arm64")
set(host_machines_Windows "x86_64|AMD64")
if(NOT DEFINED host_machines_${CMAKE_SYSTEM_NAME} OR NOT CMAKE_SYSTEM_PROCESSOR MATCHES "^(${host_machines_${CMAKE_SYSTEM_NAME}})$")
  message(FATAL_ERROR "no lambda-cc for ${CMAKE_SYSTEM_NAME} on ${CMAKE_SYSTEM_PROCESSOR}\n"
    ">>> its hosts are Linux and macOS on x86_64 and arm64,\n"
    ">>> and Windows on x86_64")
endif()

# Ends of the files' names. A host takes the first that exists of its own row, and beside it Posix on Linux and macOS. Other is for what
# one host alone has.
set(host_ends_Linux Linux Other)
set(host_ends_Portable Portable Linux Other)
set(host_ends_Mac Mac Portable Other)
set(host_ends_Windows Windows Other)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set(LAMBDA_CC_HOST Linux)
  if(LAMBDA_CC_PORTABLE)
    set(LAMBDA_CC_HOST Portable)
  endif()
elseif(CMAKE_SYSTEM_NAME STREQUAL "Darwin")
  set(LAMBDA_CC_HOST Mac)
else()
  set(LAMBDA_CC_HOST Windows)
endif()

# The system's name in packages and options.
set(system_Linux linux)
set(system_Darwin macos)
set(system_Windows windows)
set(LAMBDA_CC_SYSTEM ${system_${CMAKE_SYSTEM_NAME}})

# host_sources(LIST NAME...): appends this host's files of each NAME in the current folder to LIST. For Run these are RunPosix.cpp
# and RunLinux.cpp, or one of them, on Linux, and RunWindows.cpp on Windows.
function(host_sources list)
  foreach(name IN LISTS ARGN)
    set(files "")
    if(NOT LAMBDA_CC_HOST STREQUAL "Windows" AND EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${name}Posix.cpp")
      list(APPEND files ${name}Posix.cpp)
    endif()
    foreach(end IN LISTS host_ends_${LAMBDA_CC_HOST})
      if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${name}${end}.cpp")
        list(APPEND files ${name}${end}.cpp)
        break()
      endif()
    endforeach()
    if(NOT files)
      message(FATAL_ERROR "no ${name}….cpp for ${LAMBDA_CC_HOST} in ${CMAKE_CURRENT_SOURCE_DIR}")
    endif()
    list(APPEND ${list} ${files})
  endforeach()
  set(${list} ${${list}} PARENT_SCOPE)
endfunction()
