# Precompiled headers for the largest libraries of LLVM: half of the time of a file is its headers. Upstream has them from LLVM 23 on.
# CMake reads this file at project(LLVM), CMAKE_PROJECT_LLVM_INCLUDE; the libraries exist at the end.
set(headers_llvm llvm/ADT/ArrayRef.h llvm/ADT/DenseMap.h
  llvm/ADT/MapVector.h llvm/ADT/STLExtras.h llvm/ADT/SetVector.h llvm/ADT/SmallPtrSet.h llvm/ADT/SmallVector.h llvm/ADT/StringMap.h
  llvm/ADT/StringRef.h llvm/ADT/Twine.h llvm/Support/Casting.h llvm/Support/Error.h llvm/Support/raw_ostream.h)
set(headers_ir ${headers_llvm} llvm/IR/Constants.h llvm/IR/DataLayout.h llvm/IR/DebugInfoMetadata.h llvm/IR/Dominators.h llvm/IR/Function.h
  llvm/IR/IRBuilder.h llvm/IR/InstrTypes.h llvm/IR/Instructions.h llvm/IR/IntrinsicInst.h llvm/IR/Intrinsics.h llvm/IR/LLVMContext.h
  llvm/IR/Module.h llvm/IR/PassManager.h llvm/IR/PatternMatch.h llvm/IR/Type.h llvm/IR/ValueHandle.h)
set(headers_passes ${headers_ir} llvm/Analysis/AliasAnalysis.h llvm/Analysis/AssumptionCache.h llvm/Analysis/LoopInfo.h
  llvm/Analysis/ScalarEvolution.h llvm/Analysis/TargetLibraryInfo.h llvm/Analysis/TargetTransformInfo.h llvm/Analysis/ValueTracking.h)
set(headers_codegen ${headers_ir} llvm/CodeGen/MachineFunction.h llvm/CodeGen/MachineFunctionPass.h llvm/CodeGen/MachineInstr.h
  llvm/CodeGen/MachineInstrBuilder.h llvm/CodeGen/MachineRegisterInfo.h llvm/CodeGen/TargetInstrInfo.h llvm/CodeGen/TargetLowering.h
  llvm/CodeGen/TargetSubtargetInfo.h llvm/MC/MCContext.h llvm/Target/TargetMachine.h)
set(headers_clang ${headers_llvm} clang/AST/ASTContext.h clang/AST/Attr.h clang/AST/Decl.h clang/AST/DeclCXX.h clang/AST/DeclObjC.h
  clang/AST/DeclTemplate.h clang/AST/Expr.h clang/AST/ExprCXX.h clang/AST/ExprObjC.h clang/AST/StmtVisitor.h clang/Basic/Diagnostic.h
  clang/Basic/SourceManager.h clang/Basic/TargetInfo.h)
set(headers_sema ${headers_clang} clang/Lex/Preprocessor.h clang/Sema/Sema.h clang/Sema/Lookup.h clang/Sema/Initialization.h)

set(precompiled_llvm LLVMSupport LLVMMC LLVMObject LLVMDebugInfoDWARF LLVMDebugInfoPDB LLVMDebugInfoCodeView LLVMProfileData lldELF)
set(precompiled_ir LLVMCore)
set(precompiled_passes LLVMAnalysis LLVMTransformUtils LLVMScalarOpts LLVMipo LLVMVectorize LLVMInstrumentation LLVMInstCombine LLVMCoroutines)
set(precompiled_codegen LLVMCodeGen LLVMSelectionDAG LLVMGlobalISel LLVMAsmPrinter LLVMX86CodeGen LLVMAArch64CodeGen)
set(precompiled_clang clangAST clangAnalysis clangCodeGen clangSerialization clangIndex)
set(precompiled_sema clangSema clangParse clangFrontend)

function(precompile_headers)
  foreach(kind llvm ir passes codegen clang sema)
    foreach(library IN LISTS precompiled_${kind})
      # LLVM compiles a library's objects in obj.NAME where a library of objects is made, too.
      foreach(target obj.${library} ${library})
        if(TARGET ${target})
          target_precompile_headers(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:${headers_${kind}}>")
          break()
        endif()
      endforeach()
    endforeach()
  endforeach()
  # It has a CommentColor of its own, and so does a header of clang's AST.
  get_target_property(folder obj.clangFrontend SOURCE_DIR)
  set_property(SOURCE "${folder}/TextDiagnostic.cpp" TARGET_DIRECTORY obj.clangFrontend PROPERTY SKIP_PRECOMPILE_HEADERS ON)
endfunction()
cmake_language(DEFER CALL precompile_headers)
