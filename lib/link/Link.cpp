#include "Link.h"
#include "Failed.h"
#include "Failure.h"
#include "Inputs.h"
#include "OpenSslVersions.h"
#include "Output.h"
#include "RegularFile.h"
#include "Stage.h"
#include "Text.h"

using llvm::StringRef;

namespace lambdacc {

namespace {
struct Context {
  const LinkRequest &link;
  const Target &target;
  const Toolchain &toolchain;
  const LinkPolicy &policy;
};
} // namespace

// An error for an input of another machine, or with bitcode newer than the linker. The linker's own message
// is less clear: it rejects such a file, or warns that it skips it.
static llvm::Error checkLinkInputs(const Context &context) {
  if (context.link.hasBinaryInputs)
    return llvm::Error::success();
  // GNU linkers and mold read bitcode with a plugin. clang passes its path, rustc does not.
  LinkerKind kind = context.toolchain.linkerKind;
  bool needsPlugin = kind == LinkerKind::Gnu || kind == LinkerKind::Mold;
  std::vector<StringRef> files(context.link.inputs.begin(), context.link.inputs.end());
  return checkInputs(files, context.target,
                     {context.toolchain.linker.path, context.link.ltoInLinker, !needsPlugin,
                      context.toolchain.linkerLlvm, context.policy.compilers});
}

static llvm::Error checkBefore(const Context &context) {
  if (context.target.isGlibc() && !context.link.hasBinaryInputs)
    if (llvm::Error error = checkLibraries(librariesOf(context.link), context.target))
      return error;
  if (llvm::Error error = checkOpenSsl(context.toolchain.ownLibraries, librariesOf(context.link)))
    return error;
  // A slightly older linker can read newer bitcode wrongly without a message.
  return context.link.ltoInLinker ? checkLinkInputs(context) : llvm::Error::success();
}

// The linker ended with exit status 0 and did not write an output.
static Finding nothingWritten(const Context &context) {
  return {Finding::Error,
          "output",
          text("the linker did not write '{}'", {context.link.output}),
          {text("{} exited with status 0", {context.toolchain.linker.path})}};
}

static std::vector<Finding> judgeAfter(const Context &context, const Stage &stage,
                                       std::vector<Finding> ofInputs) {
  std::string file = stage.written();
  if (file.empty() && (context.link.product == Product::OfLto || stage.mayBeElsewhere()))
    return {};
  if (file.empty())
    return {nothingWritten(context)};
  std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(file);
  if (!contents) // /dev/null
    return {};
  std::vector<Finding> findings =
      judgeOutput(context.link, contents->getBuffer(), context.target, context.policy);
  llvm::append_range(findings, std::move(ofInputs));
  return findings;
}

// The result of the link, before its output is accepted.
static LinkResult judgeLink(const Context &context, const Stage &stage, const Finished &linker,
                            std::vector<Finding> ofInputs) {
  LinkResult result{linker.end, stage.withOutputName(linker.errors), {}, {}};
  // Check the inputs if the linker prints a message or fails. mold 1.10 can fail without a message.
  bool complains = !linker.errors.empty() || linker.end.status;
  if (complains && !linker.end.signal)
    if (llvm::Error error = checkLinkInputs(context))
      return {{.status = 1}, "", {}, {asFinding("input", std::move(error))}};
  if (linker.end.status) {
    if (!context.policy.onlyCorrect) // a configure script reads only the linker's messages
      result.advice =
          adviseOnFailure(context.link, result.messages, context.target, context.toolchain, context.policy);
    return result;
  }
  result.findings = judgeAfter(context, stage, std::move(ofInputs));
  if (hasError(result.findings))
    result.end.status = 1;
  return result;
}

llvm::Expected<LinkResult> makeLink(const LinkRequest &link, Command command, const Target &target,
                                    const Toolchain &toolchain, const LinkPolicy &policy,
                                    char **environment) {
  Context context{link, target, toolchain, policy};
  if (llvm::Error error = checkOutput(link.output))
    return std::move(error);

  // From here on, a signal ends us only after the clean-up.
  HeldSignals signals;
  Stage stage(context.link);
  if (llvm::Error error = checkBefore(context)) {
    stage.discard();
    return std::move(error);
  }
  std::vector<Finding> ofInputs;
  llvm::Expected<Finished> linker = runAndWait(stage.redirect(std::move(command)), environment, signals, [&] {
    ofInputs = judgeInputs(context.link, context.target, context.policy);
  });
  if (!linker) {
    stage.discard();
    return linker.takeError();
  }
  LinkResult result = judgeLink(context, stage, *linker, std::move(ofInputs));

  // From here on, no signal is delivered between the verdict and the rename.
  signals.block();
  if (int signal = signals.caught(); signal && !linker->end.status)
    result = {{.status = 128 + signal, .signal = signal}, "", {}, {}};
  if (result.end.status)
    stage.discard();
  else if (llvm::Error error = stage.accept()) {
    stage.discard();
    result.findings.push_back(asFinding("output", std::move(error)));
    result.end.status = 1;
  }
  return result;
}

} // namespace lambdacc
