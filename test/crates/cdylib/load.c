#include <dlfcn.h>
#include <stdio.h>

int main(void) {
  void *library = dlopen("/library.so", RTLD_NOW);
  if (!library)
    return puts(dlerror());
  unsigned char (*first)(unsigned char) = (unsigned char (*)(unsigned char))dlsym(library, "first_of_digest");
  int (*survives)(void) = (int (*)(void))dlsym(library, "survives");
  printf("%d %d\n", first('a'), survives());
}
