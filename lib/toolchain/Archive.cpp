#include "Archive.h"
#include "llvm/Object/Archive.h"

using llvm::StringRef;

namespace lambdacc {

void visitMembers(llvm::MemoryBufferRef buffer, llvm::function_ref<bool(StringRef, StringRef)> visit) {
  llvm::Error error = llvm::Error::success();
  llvm::object::Archive archive(buffer, error);
  if (!error) {
    for (const llvm::object::Archive::Child &child : archive.children(error)) {
      llvm::Expected<StringRef> contents = child.getBuffer();
      llvm::Expected<StringRef> name = child.getName();
      // LLVM 19 believes the size that the last member says of itself.
      bool isThere = contents && contents->end() <= buffer.getBuffer().end();
      bool done = contents && (!isThere || visit(name ? *name : "?", *contents));
      consumeError(contents.takeError());
      consumeError(name.takeError());
      if (done)
        break;
    }
  }
  consumeError(std::move(error)); // what is wrong with an archive is the linker's to say
}

} // namespace lambdacc
