#include "Runtime.h"
#include "Target.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/ELF.h"

using llvm::StringRef;
using llvm::VersionTuple;

namespace lambdacc {

// The bases of Lambda's OS-only runtimes are Amazon Linux 2 and Amazon Linux 2023. libstdc++ of the second
// was updated to 3.4.33 in 2025, but the oldest image decides. AWS announced the end of support of the first
// by mail (awslabs/ssosync#297), and has moved the end of updates since. The listings of /lib64 are of
// 2024-08-23 and 2025-08-15. The packages of the bases since, up to official-images#22076 of 2026-08-18, are
// glibc 2.26-64 and 2.34-231, libstdc++ 7.3.1 and 14.2.1.
// clang-format off
static constexpr Runtime table[] = {
    {"provided.al2", "al2", Listing::Al2,
     VersionTuple(2, 26), VersionTuple(3, 4, 24), VersionTuple(1, 3, 11), VersionTuple(7, 0, 0),
     Checked{"2026-11-28", "brefphp/aws-lambda-layers, utils/lib-copy; docker-library/official-images#21363"},
     Support{"2026-07-31", "2027-03-03", Checked{"2026-11-27", "endoflife.date/aws-lambda"}}},
    {"provided.al2023", "al2023", Listing::Al2023,
     VersionTuple(2, 34), VersionTuple(3, 4, 29), VersionTuple(1, 3, 13), VersionTuple(7, 0, 0),
     Checked{"2026-11-28", "brefphp/aws-lambda-layers, utils/lib-copy; docker-library/official-images#21926"},
     Support{"2029-06-30", "2029-08-31",
             Checked{"2026-11-28", "docs.aws.amazon.com/lambda/latest/dg/runtimes-provided.html"}}},
};
// clang-format on

llvm::ArrayRef<Runtime> runtimes() { return table; }

CpuFloor floorOf(const Runtime *runtime, llvm::Triple::ArchType arch) {
  return runtime && runtime->cpu && runtime->cpu->arch == arch ? *runtime->cpu : lambdaFloor(arch);
}

std::string joinWithAnd(llvm::ArrayRef<const Runtime *> runtimes) {
  std::vector<std::string> names;
  for (const Runtime *runtime : runtimes)
    names.push_back(runtime->name.str());
  return joinWithAnd(names);
}

std::string architectureName(uint16_t machine) {
  return machine == llvm::ELF::EM_AARCH64 ? "arm64" : machineName(machine);
}

namespace {
struct SystemLibrary {
  llvm::StringLiteral soname;
  Presence presence[std::size(table)]; ///< one for each runtime, in the order of Listing
  uint16_t machine = 0;                ///< e_machine if only one machine has it, or 0
};
} // namespace

// The contents of /lib64. Source: three listings in the repository of bref (a PHP runtime for Lambda), of a
// function on provided.al2 in 2021, and of the images of both runtimes in 2024 and 2025.
using enum Presence;
// clang-format off
static constexpr SystemLibrary libraries[] = {
    {"ld-linux-x86-64.so.2", {Guaranteed, Guaranteed}, llvm::ELF::EM_X86_64},
    {"ld-linux-aarch64.so.1", {Guaranteed, Guaranteed}, llvm::ELF::EM_AARCH64},
    {"libBrokenLocale.so.1", {Guaranteed, Guaranteed}},
    {"libacl.so.1", {InImage, InImage}},
    {"libanl.so.1", {Guaranteed, Guaranteed}},
    {"libarchive.so.13", {Absent, InImage}},
    {"libassuan.so.0", {InImage, InImage}},
    {"libattr.so.1", {InImage, InImage}},
    {"libaudit.so.1", {Absent, InImage}},
    {"libauparse.so.0", {Absent, InImage}},
    {"libblkid.so.1", {InImage, InImage}},
    {"libbz2.so.1", {InImage, InImage}},
    {"libc.so.6", {Guaranteed, Guaranteed}},
    {"libc_malloc_debug.so.0", {Absent, InImage}},
    {"libcap-ng.so.0", {Absent, InImage}},
    {"libcap.so.2", {InImage, InImage}},
    {"libcidn.so.1", {InImage, Absent}},
    {"libcom_err.so.2", {InImage, InImage}},
    {"libcrypt.so.1", {InImage, Absent}},
    {"libcrypto.so.10", {InImage, Absent}},
    {"libcrypto.so.3", {Absent, InImage}},
    {"libcurl.so.4", {InImage, InImage}},
    {"libdb-5.3.so", {InImage, Absent}},
    {"libdl.so.2", {Guaranteed, Guaranteed}},
    {"libdnf.so.2", {Absent, InImage}},
    {"libdrop_ambient.so.0", {Absent, InImage}},
    {"libelf.so.1", {InImage, Absent}},
    {"libexpat.so.1", {InImage, Absent}},
    {"libffi.so.6", {InImage, Absent}},
    {"libffi.so.8", {Absent, InImage}},
    {"libfontconfig.so.1", {InImage, Absent}},
    {"libform.so.6", {InImage, InImage}},
    {"libformw.so.6", {InImage, InImage}},
    {"libfreetype.so.6", {InImage, Absent}},
    {"libgcc_s-14-20250110.so.1", {Absent, InImage}},
    {"libgcc_s-7-20180712.so.1", {InImage, Absent}},
    {"libgcc_s.so.1", {Guaranteed, Guaranteed}},
    {"libgcrypt.so.11", {InImage, Absent}},
    {"libgcrypt.so.20", {Absent, InImage}},
    {"libgdbm.so.4", {InImage, Absent}},
    {"libgdbm_compat.so.4", {InImage, Absent}},
    {"libgio-2.0.so.0", {InImage, InImage}},
    {"libgirepository-1.0.so.1", {Absent, InImage}},
    {"libgirepository-2.0.so.0", {Absent, InImage}},
    {"libglib-2.0.so.0", {InImage, InImage}},
    {"libgmodule-2.0.so.0", {InImage, InImage}},
    {"libgmp.so.10", {InImage, InImage}},
    {"libgmpxx.so.4", {InImage, Absent}},
    {"libgobject-2.0.so.0", {InImage, InImage}},
    {"libgpg-error.so.0", {InImage, InImage}},
    {"libgpgme-pthread.so.11", {InImage, Absent}},
    {"libgpgme.so.11", {InImage, InImage}},
    {"libgssapi_krb5.so.2", {InImage, InImage}},
    {"libgssrpc.so.4", {InImage, InImage}},
    {"libgthread-2.0.so.0", {InImage, InImage}},
    {"libhistory.so.6", {InImage, Absent}},
    {"libhistory.so.8", {Absent, InImage}},
    {"libicudata.so.50", {InImage, Absent}},
    {"libicui18n.so.50", {InImage, Absent}},
    {"libicuio.so.50", {InImage, Absent}},
    {"libicule.so.50", {InImage, Absent}},
    {"libiculx.so.50", {InImage, Absent}},
    {"libicutest.so.50", {InImage, Absent}},
    {"libicutu.so.50", {InImage, Absent}},
    {"libicuuc.so.50", {InImage, Absent}},
    {"libidn2.so.0", {InImage, InImage}},
    {"libjson-c.so.5", {Absent, InImage}},
    {"libk5crypto.so.3", {InImage, InImage}},
    {"libkdb5.so.10", {Absent, InImage}},
    {"libkdb5.so.8", {InImage, Absent}},
    {"libkeyutils.so.1", {InImage, InImage}},
    {"libkrad.so.0", {InImage, InImage}},
    {"libkrb5.so.3", {InImage, InImage}},
    {"libkrb5support.so.0", {InImage, InImage}},
    {"liblber-2.4.so.2", {InImage, Absent}},
    {"libldap-2.4.so.2", {InImage, Absent}},
    {"libldap_r-2.4.so.2", {InImage, Absent}},
    {"liblua-5.1.so", {InImage, Absent}},
    {"liblua-5.3.so", {Absent, InImage}},
    {"liblua-5.4.so", {Absent, InImage}},
    {"liblz4.so.1", {Absent, InImage}},
    {"liblzma.so.5", {InImage, InImage}},
    {"libm.so.6", {Guaranteed, Guaranteed}},
    {"libmagic.so.1", {InImage, InImage}},
    {"libmenu.so.6", {InImage, InImage}},
    {"libmenuw.so.6", {InImage, InImage}},
    {"libmodulemd.so.2", {Absent, InImage}},
    {"libmount.so.1", {InImage, InImage}},
    {"libmpfr.so.6", {Absent, InImage}},
    {"libmvec.so.1", {Guaranteed, Guaranteed}, llvm::ELF::EM_X86_64},
    {"libncurses.so.6", {InImage, InImage}},
    {"libncursesw.so.6", {InImage, InImage}},
    {"libnghttp2.so.14", {InImage, InImage}},
    {"libnpth.so.0", {Absent, InImage}},
    {"libnsl.so.1", {InImage, Absent}},
    {"libnspr4.so", {InImage, Absent}},
    {"libnss3.so", {InImage, Absent}},
    {"libnss_compat.so.2", {Guaranteed, Guaranteed}},
    {"libnss_dns.so.2", {Guaranteed, Guaranteed}},
    {"libnss_files.so.2", {Guaranteed, Guaranteed}},
    {"libnssutil3.so", {InImage, Absent}},
    {"libp11-kit.so.0", {InImage, InImage}},
    {"libpanel.so.6", {InImage, InImage}},
    {"libpanelw.so.6", {InImage, InImage}},
    {"libpcre.so.1", {InImage, Absent}},
    {"libpcre16.so.0", {InImage, Absent}},
    {"libpcre2-8.so.0", {Absent, InImage}},
    {"libpcre2-posix.so.3", {Absent, InImage}},
    {"libpcre32.so.0", {InImage, Absent}},
    {"libpcrecpp.so.0", {InImage, Absent}},
    {"libpcreposix.so.0", {InImage, Absent}},
    {"libpeas-1.0.so.0", {Absent, InImage}},
    {"libplc4.so", {InImage, Absent}},
    {"libplds4.so", {InImage, Absent}},
    {"libpng15.so.15", {InImage, Absent}},
    {"libpopt.so.0", {InImage, InImage}},
    {"libpsl.so.5", {InImage, InImage}},
    {"libpsx.so.2", {InImage, InImage}},
    {"libpth.so.20", {InImage, Absent}},
    {"libpthread.so.0", {Guaranteed, Guaranteed}},
    {"libpython2.7.so.1.0", {InImage, Absent}},
    {"libreadline.so.6", {InImage, Absent}},
    {"libreadline.so.8", {Absent, InImage}},
    {"librepo.so.0", {Absent, InImage}},
    {"libresolv.so.2", {Guaranteed, Guaranteed}},
    {"librpm.so.3", {InImage, Absent}},
    {"librpm.so.9", {Absent, InImage}},
    {"librpmbuild.so.3", {InImage, Absent}},
    {"librpmio.so.3", {InImage, Absent}},
    {"librpmio.so.9", {Absent, InImage}},
    {"librpmsign.so.1", {InImage, Absent}},
    {"librt.so.1", {Guaranteed, Guaranteed}},
    {"libsasl2.so.3", {InImage, Absent}},
    {"libselinux.so.1", {InImage, InImage}},
    {"libsepol.so.1", {InImage, Absent}},
    {"libsepol.so.2", {Absent, InImage}},
    {"libsigsegv.so.2", {Absent, InImage}},
    {"libslapi-2.4.so.2", {InImage, Absent}},
    {"libsmartcols.so.1", {Absent, InImage}},
    {"libsmime3.so", {InImage, Absent}},
    {"libsolv.so.1", {Absent, InImage}},
    {"libsolvext.so.1", {Absent, InImage}},
    {"libsqlite3.so.0", {InImage, InImage}},
    {"libssh2.so.1", {InImage, Absent}},
    {"libssl.so.10", {InImage, Absent}},
    {"libssl.so.3", {Absent, InImage}},
    {"libssl3.so", {InImage, Absent}},
    {"libstdc++.so.6", {Guaranteed, Guaranteed}},
    {"libtasn1.so.6", {InImage, InImage}},
    {"libthread_db.so.1", {Guaranteed, Guaranteed}},
    {"libtic.so.6", {InImage, InImage}},
    {"libtinfo.so.6", {InImage, InImage}},
    {"libunistring.so.0", {InImage, Absent}},
    {"libunistring.so.2", {Absent, InImage}},
    {"libutil.so.1", {Guaranteed, Guaranteed}},
    {"libuuid.so.1", {InImage, InImage}},
    {"libverto.so.1", {InImage, InImage}},
    {"libxml2.so.2", {InImage, InImage}},
    {"libyaml-0.so.2", {Absent, InImage}},
    {"libz.so.1", {Guaranteed, Guaranteed}},
    {"libzstd.so.1", {Absent, InImage}},
};
// clang-format on

// Of libraries that each image with a glibc has, those which are not parts of glibc: a minimal image, such as
// distroless, lacks them.
static constexpr StringRef notOfGlibc[] = {"libgcc_s.so.1", "libstdc++.so.6", "libz.so.1"};

// Alpine's name of musl, and that of a build of musl itself.
static bool isMusl(StringRef soname) { return soname.starts_with("libc.musl-") || soname == "libc.so"; }

static Presence presenceInImage(bool ofGlibc, StringRef soname, Listing listing) {
  if (ofGlibc ? listing == Listing::Glibc : listing == Listing::Musl && isMusl(soname))
    return Presence::Guaranteed;
  return ofGlibc || isMusl(soname) ? Presence::Absent : Presence::Unknown;
}

Presence presenceOf(StringRef soname, uint16_t machine, const Runtime &runtime) {
  const SystemLibrary *row = llvm::find_if(libraries, [&](const SystemLibrary &each) {
    return each.soname == soname && (!each.machine || each.machine == machine);
  });
  bool isListed = row != std::end(libraries);
  unsigned column = static_cast<unsigned>(runtime.listing);
  if (!runtime.isImage())
    return isListed ? row->presence[column] : Presence::Absent;
  bool ofGlibc = isListed && llvm::all_of(row->presence, [](Presence each) { return each == Guaranteed; }) &&
                 !llvm::is_contained(notOfGlibc, soname);
  return presenceInImage(ofGlibc, soname, runtime.listing);
}

bool isOfOtherLibc(StringRef soname, uint16_t machine, const Runtime &runtime) {
  if (runtime.isImage()) // of other libraries it is unknown
    return presenceOf(soname, machine, runtime) == Presence::Absent;
  return isMusl(soname);
}

} // namespace lambdacc
