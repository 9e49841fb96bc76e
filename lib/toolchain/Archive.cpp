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
      // LLVM 19 does not check that the last member ends before the file does.
      bool isThere = contents && contents->end() <= buffer.getBuffer().end();
      bool done = contents && (!isThere || visit(name ? *name : "?", *contents));
      consumeError(contents.takeError());
      consumeError(name.takeError());
      if (done)
        break;
    }
  }
  consumeError(std::move(error)); // the linker reports a broken archive
}

} // namespace lambdacc
