#include "LibraryAdvice.h"
#include "OwnLibraries.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using llvm::StringRef;

namespace lambdacc {

// Features and variables as in the Cargo.toml and build.rs of the versions beside them, of 2023 to 2026.
// test/advice.py checks the features.
// clang-format off
static constexpr LibraryAdvice table[] = {
    // Databases
    {"pq", "pq-sys 0.7 (diesel's postgres)", "pq-sys with the feature bundled, and openssl-sys with vendored; in pure Rust: tokio-postgres, sqlx, diesel-async"},
    {"mysqlclient mariadb mariadbclient", "mysqlclient-sys 0.5 (diesel's mysql)", "in pure Rust: mysql_async, sqlx, diesel-async; its feature bundled does not cross-compile, since its CMake runs what it builds"},
    {"sqlite3", "libsqlite3-sys 0.39 (rusqlite, diesel, sqlx)", "rusqlite with the feature bundled, or libsqlite3-sys with bundled beside diesel"},
    {"sqlcipher", "libsqlite3-sys 0.39", "rusqlite with the feature bundled-sqlcipher-vendored-openssl"},
    {"odbc iodbc", "odbc-sys 0.31", "odbc-sys with the feature vendored-unix-odbc, and iodbc out; for SQL Server in pure Rust: tiberius"},
    {"clntsh occi", "odpic-sys (oracle 0.7)", "oracle loads it when it runs: a layer with Oracle's Instant Client and libaio in lib/"},
    {"db2", "", "a layer with IBM's driver in lib/"},
    {"cassandra", "cassandra-cpp-sys 3.0", "in pure Rust: scylla, cdrs-tokio"},
    {"duckdb", "libduckdb-sys", "duckdb with the feature bundled"},
    {"rocksdb", "librocksdb-sys 0.19", "its default builds it: unset ROCKSDB_LIB_DIR; in pure Rust: redb, fjall"},
    {"leveldb", "leveldb-sys 2.0", "its default builds it; in pure Rust: rusty-leveldb"},
    {"lmdb", "lmdb-master-sys (heed)", "its default builds it; in pure Rust: redb"},
    {"mongoc-1.0 bson-1.0", "", "in pure Rust: mongodb"},
    {"hiredis", "", "in pure Rust: redis"},
    {"memcached", "", "in pure Rust: memcache with its default feature tls out"},
    {"fbclient", "rsfbclient-native 0.20 (rsfbclient)", "rsfbclient with the feature pure_rust, and the default linking out"},
    {"fdb_c", "foundationdb-sys 0.9", "a layer with FoundationDB's client in lib/"},
    // TLS, cryptography, logins
    {"ssl crypto", "openssl-sys 0.9 (openssl, native-tls, reqwest before 0.13)", "openssl with the feature vendored, native-tls with vendored, reqwest with native-tls-vendored; in pure Rust: rustls (the default of reqwest 0.13; reqwest 0.12 with rustls-tls and no default features)"},
    {"gnutls", "", "in pure Rust: rustls"},
    {"nettle hogweed", "nettle-sys 2.3 (sequoia-openpgp's default)", "in pure Rust: pgp; or sequoia-openpgp with crypto-rust for crypto-nettle, and allow-experimental-crypto and allow-variable-time-crypto"},
    {"mbedtls mbedcrypto mbedx509", "mbedtls-sys-auto 2.28", "its default builds it; in pure Rust: rustls"},
    {"nss3 ssl3 nssutil3 smime3 nspr4", "nss-sys 0.1", "in pure Rust: rustls"},
    {"sodium", "libsodium-sys-stable 1.24", "its default builds it: unset SODIUM_LIB_DIR and SODIUM_SHARED; in pure Rust: dryoc"},
    {"gcrypt", "libgcrypt-sys 0.7", "in pure Rust: the crates of RustCrypto"},
    {"gpgme gpg-error assuan", "gpgme-sys 0.11", "in pure Rust: pgp; or sequoia-openpgp with crypto-rust for crypto-nettle, and allow-experimental-crypto and allow-variable-time-crypto"},
    {"secp256k1", "secp256k1-sys 0.13", "its default builds it"},
    {"crypt", "", "a static libcrypt, built from libxcrypt; in pure Rust: pwhash, bcrypt"},
    {"pam pam_misc", "pam-sys 0.5", "leave it out: Lambda has no users that log in"},
    {"sasl2", "sasl2-sys 0.1 (rdkafka, ldap)", "sasl2-sys with the feature vendored, or gssapi-vendored"},
    {"gssapi_krb5 krb5 k5crypto com_err krb5support", "libgssapi-sys 0.3, sasl2-sys 0.1", "sasl2-sys with the feature gssapi-vendored"},
    {"ldap lber", "openldap", "in pure Rust: ldap3"},
    {"tss2-esys tss2-mu tss2-sys tss2-tctildr", "tss-esapi-sys 0.5", "leave it out: Lambda has no TPM"},
    {"p11-kit pkcs11", "", "cryptoki, which loads its library when it runs: bring that in lib/"},
    // Compression and archives
    {"z", "libz-sys 1.1 (flate2 with zlib)", "libz-sys with the feature static; flate2's default is in pure Rust"},
    {"z-ng", "libz-ng-sys 1.1", "its default builds it; in pure Rust: zlib-rs"},
    {"bz2", "bzip2-sys 0.1", "bzip2-sys with the feature static; bzip2 from 0.6 on is in pure Rust"},
    {"lzma", "lzma-sys 0.1 (xz2), liblzma-sys 0.4", "liblzma or xz2 with the feature static; in pure Rust: lzma-rust2"},
    {"zstd", "zstd-sys 2.1", "its default builds it: unset ZSTD_SYS_USE_PKG_CONFIG and take the feature pkg-config out"},
    {"lz4", "lz4-sys", "its default builds it; in pure Rust: lz4_flex"},
    {"snappy", "", "in pure Rust: snap"},
    {"brotlienc brotlidec brotlicommon", "brotlic-sys 0.2", "its default builds it; in pure Rust: brotli"},
    {"archive", "compress-tools 0.16", "in pure Rust: tar, zip"},
    {"deflate", "libdeflate-sys 1.26", "its default builds it: take the feature dynamic out"},
    // Networks
    {"curl", "curl-sys 0.4", "curl with the features static-curl and static-ssl; in pure Rust: reqwest, ureq"},
    {"nghttp2", "libnghttp2-sys", "its default builds it"},
    {"ssh2", "libssh2-sys 0.3", "ssh2 with the feature vendored-openssl, and LIBSSH2_SYS_USE_PKG_CONFIG unset; in pure Rust: russh"},
    {"ssh", "libssh-rs-sys 0.2", "libssh-rs with the features vendored and vendored-openssl; in pure Rust: russh"},
    {"git2", "libgit2-sys 0.18", "git2 with the features vendored-libgit2 and vendored-openssl; in pure Rust: gix"},
    {"rdkafka", "rdkafka-sys 4.9", "its default builds it: take dynamic-linking out, add ssl-vendored; in pure Rust: rskafka"},
    {"zmq", "zmq-sys 0.12", "its default builds it; in pure Rust: zeromq"},
    {"nng", "nng-sys 1.11", "its default builds it: leave the feature build-nng in"},
    {"nanomsg", "nanomsg-sys 0.7", "nanomsg-sys with the feature bundled"},
    {"rabbitmq", "", "in pure Rust: lapin"},
    {"paho-mqtt3as paho-mqtt3a paho-mqtt3cs paho-mqtt3c", "paho-mqtt-sys 0.10", "paho-mqtt with the features bundled and vendored-ssl; in pure Rust: rumqttc"},
    {"mosquitto", "libmosquitto-sys 0.2 (mosquitto-rs)", "mosquitto-rs with the features vendored-mosquitto and vendored-openssl; in pure Rust: rumqttc"},
    {"nl-3 nl-genl-3 nl-route-3 mnl", "", "leave it out: a function has no rights over its network; in pure Rust: neli"},
    {"pcap", "pcap 2.5", "leave it out: Lambda has no raw sockets; for files in pure Rust: pcap-file"},
    {"cares", "c-ares-sys 13.0", "c-ares-sys with the feature vendored; in pure Rust: hickory-resolver"},
    {"uv", "libuv-sys2 1.44", "libuv-sys2 with the feature skip-pkg-config; in pure Rust: tokio"},
    {"event event_core event_extra event_openssl event_pthreads", "libevent-sys 0.4", "libevent-sys with the features bundled and openssl_bundled; in pure Rust: tokio"},
    // Text, markup, languages
    {"xml2", "libxml 0.3", "in pure Rust: quick-xml, roxmltree"},
    {"xslt exslt", "libxslt 0.1", "in pure Rust: xrust; or a layer"},
    {"expat", "expat-sys 2.2", "in pure Rust: quick-xml"},
    {"yaml", "libyaml-sys 0.1", "in pure Rust: serde_yaml_ng"},
    {"json-c jansson", "", "in pure Rust: serde_json"},
    {"pcre2-8 pcre2-16 pcre2-32", "pcre2-sys 0.2", "PCRE2_SYS_STATIC=1; in pure Rust: regex, fancy-regex"},
    {"pcre", "", "in pure Rust: regex, fancy-regex"},
    {"hs hs_runtime", "hyperscan-sys 0.2", "vectorscan-rs, which builds it; in pure Rust: regex, aho-corasick"},
    {"onig", "onig_sys 69.9 (syntect)", "its default builds it: unset RUSTONIG_SYSTEM_LIBONIG and RUSTONIG_DYNAMIC_LIBONIG; syntect has default-fancy"},
    {"icuuc icui18n icudata icuio", "rust_icu_sys 5.4", "in pure Rust: icu (ICU4X)"},
    {"hunspell-1.7 hunspell", "hunspell-sys 0.3", "hunspell-sys with the feature bundled"},
    {"iconv intl", "", "leave the -l out: glibc and musl have it inside"},
    {"lua lua5.1 lua5.2 lua5.3 lua5.4 luajit luajit-5.1", "mlua-sys 0.11", "mlua with the feature vendored"},
    {"python3 python3.9 python3.10 python3.11 python3.12 python3.13 python3.14", "pyo3 0.29", "an OS-only runtime has no Python: take the runtime python3.x, with extension-module, or a layer"},
    {"protobuf protoc", "protobuf-src 2.1", "prost; protoc is a program for the build machine"},
    {"clang LLVM", "clang-sys 1.9 (bindgen)", "bindgen with the feature runtime, for the build machine alone; or bindings that are checked in"},
    {"ffi", "libffi-sys 4.2", "its default builds it: take the feature system out"},
    {"readline", "", "in pure Rust: rustyline"},
    {"ncurses ncursesw tinfo tinfow panelw menuw formw", "ncurses 6.0", "in pure Rust: crossterm"},
    {"magic", "magic-sys 0.4", "in pure Rust: infer, tree_magic_mini"},
    // Pictures, sound, documents
    {"freetype", "freetype-sys 0.23", "freetype-sys with the feature bundled; in pure Rust: ab_glyph, skrifa"},
    {"fontconfig", "yeslogic-fontconfig-sys 6.0", "RUST_FONTCONFIG_DLOPEN=1, and fonts in the zip; in pure Rust: fontdb"},
    {"harfbuzz harfbuzz-subset", "harfbuzz-sys 0.6", "harfbuzz-sys with the feature bundled; in pure Rust: rustybuzz"},
    {"png16 png png15 png12", "libpng-sys 1.1", "libpng-sys with the features static and static-libz; in pure Rust: png"},
    {"jpeg turbojpeg", "turbojpeg-sys 1.2, mozjpeg-sys 2.2", "TURBOJPEG_SOURCE=vendor and TURBOJPEG_STATIC=1; in pure Rust: zune-jpeg"},
    {"tiff", "", "in pure Rust: tiff"},
    {"webp webpmux webpdemux sharpyuv", "libwebp-sys 0.14", "its default builds it: take the feature system-dylib out; in pure Rust: image-webp"},
    {"heif", "libheif-sys 5.2", "libheif-rs with the feature embedded-libheif"},
    {"jxl jxl_threads", "jpegxl-sys 0.11", "jpegxl-sys with the feature vendored; in pure Rust: jxl-oxide"},
    {"openjp2", "openjpeg-sys 1.0 (jpeg2k)", "its default builds it; in pure Rust: jpeg2k with openjp2 for openjpeg-sys"},
    {"avif dav1d aom rav1e", "dav1d-sys 0.7", "in pure Rust: ravif, rav1d"},
    {"gif", "", "in pure Rust: gif"},
    {"lcms2", "lcms2-sys 4.0", "lcms2 with the feature static; in pure Rust: moxcms"},
    {"gexiv2 exiv2", "gexiv2-sys 1.4 (rexiv2)", "in pure Rust: kamadak-exif"},
    {"cairo pango-1.0 pangocairo-1.0 gdk_pixbuf-2.0 rsvg-2", "gtk-rs", "in pure Rust: tiny-skia, resvg, cosmic-text"},
    {"glib-2.0 gobject-2.0 gio-2.0 gmodule-2.0 gthread-2.0", "gtk-rs", "in pure Rust: what uses it, as resvg for librsvg; or a layer"},
    {"vips vips-cpp", "libvips 1.6", "a layer with libvips in lib/; in pure Rust: image"},
    {"MagickWand-7.Q16HDRI MagickCore-7.Q16HDRI MagickWand-7.Q16 MagickCore-7.Q16 MagickWand-6.Q16 MagickCore-6.Q16", "magick_rust 2.1", "a layer with ImageMagick; in pure Rust: image"},
    {"opencv_core opencv_imgproc opencv_imgcodecs opencv_highgui opencv_calib3d opencv_features2d opencv_dnn opencv_objdetect opencv_video opencv_videoio", "opencv", "a layer or a container image; in pure Rust: image, imageproc"},
    {"avcodec avformat avutil avfilter avdevice swscale swresample", "ffmpeg-sys-next 8.1", "ffmpeg-next with the features build and static; or the program ffmpeg in a layer"},
    {"tesseract lept leptonica", "tesseract-sys 0.6 (leptess)", "a layer with Tesseract, its data and leptonica"},
    {"poppler poppler-glib poppler-cpp", "poppler-sys-rs 0.25 (poppler-rs)", "a layer with Poppler; pdfium-render, which loads pdfium when it runs"},
    {"mupdf", "mupdf-sys 0.6", "its default builds it: take the feature sys-lib out"},
    {"asound pulse jack portaudio", "alsa-sys 0.5, cpal", "leave it out by a feature: Lambda has no sound"},
    {"sndfile vorbis vorbisenc ogg FLAC", "", "in pure Rust: symphonia, hound; or the program ffmpeg in a layer"},
    {"mp3lame", "mp3lame-sys 0.1", "its default builds it"},
    {"opus", "audiopus_sys 0.2", "audiopus_sys with the feature static, and OPUS_NO_PKG=1"},
    {"gstreamer-1.0 gstbase-1.0 gstapp-1.0 gstvideo-1.0 gstaudio-1.0", "gstreamer-sys 0.20", "the program ffmpeg in a layer; for sound in pure Rust: symphonia"},
    {"X11 X11-xcb Xext Xrandr Xi Xcursor Xinerama Xrender Xfixes Xtst Xss Xft xcb xcb-render xcb-shape xcb-xfixes xkbcommon xkbcommon-x11 wayland-client wayland-cursor wayland-egl", "x11 2.21, wayland-sys", "leave it out by a feature: Lambda has no display; what must link: x11-dl, x11rb, wayland-sys with dlopen"},
    {"gtk-3 gtk-4 gdk-3 webkit2gtk-4.1 javascriptcoregtk-4.1", "gtk-rs", "leave it out by a feature: Lambda has no display"},
    {"SDL2 SDL3", "sdl2-sys 0.37, sdl3-sys 0.5", "leave it out by a feature: Lambda has no display; what must link: sdl2-sys with the features bundled and static-link, sdl3-sys with build-from-source-static"},
    {"GL EGL GLESv2 vulkan gbm drm", "", "leave it out by a feature: Lambda has no GPU"},
    // Numbers, maps, learning
    {"gmp mpfr mpc", "gmp-mpfr-sys 1.6 (rug)", "its default builds it: take use-system-libs out, add force-cross; in pure Rust: dashu, malachite"},
    {"openblas", "openblas-src 0.10", "openblas-src with the feature static, and OPENBLAS_TARGET=HASWELL or NEOVERSEN1; in pure Rust: faer"},
    {"blas lapack cblas lapacke gfortran quadmath", "netlib-src 0.9", "netlib-src with the feature static, and a static libgfortran; in pure Rust: faer, matrixmultiply"},
    {"mkl_rt mkl_core mkl_intel_lp64 mkl_sequential", "intel-mkl-src 0.8", "intel-mkl-src with the feature mkl-static-lp64-seq, for x86_64 alone; in pure Rust: faer"},
    {"fftw3 fftw3f", "fftw-sys 0.8", "its default builds it: leave the feature source in; in pure Rust: rustfft"},
    {"gsl gslcblas", "GSL-sys 2.0", "in pure Rust: statrs"},
    {"CbcSolver Cbc", "coin_cbc_sys 0.1 (good_lp's default)", "in pure Rust: good_lp with microlp or clarabel for coin_cbc"},
    {"highs", "highs-sys 1.12", "its default builds it: leave the feature build in"},
    {"z3", "z3-sys 0.12", "z3-sys with the feature vendored"},
    {"gdal", "gdal-sys 0.12", "gdal-sys with the feature bundled"},
    {"proj", "proj-sys 0.27", "proj with the feature bundled_proj"},
    {"geos geos_c", "geos-src 0.2", "geos with the feature static; in pure Rust: geo"},
    {"hdf5 hdf5_hl", "hdf5-sys", "hdf5 with the features static and zlib"},
    {"netcdf", "netcdf-sys 0.9", "netcdf with the feature static"},
    {"torch torch_cpu c10", "torch-sys 0.24", "in pure Rust: candle-core, tract-onnx"},
    {"onnxruntime", "ort 2.0", "ort with load-dynamic, and the library in a layer; in pure Rust: tract-onnx"},
    {"tensorflow tensorflow_framework", "tensorflow-sys 0.20", "a container image; in pure Rust: candle-core, tract-onnx"},
    {"openvino_c", "openvino-sys 0.11", "openvino with the feature runtime-linking, and the library in a layer; in pure Rust: tract-onnx"},
    {"faiss_c faiss", "faiss-sys 0.7", "faiss with the feature static, and a static BLAS"},
    {"cuda cudart cublas cudnn nvrtc", "", "leave it out by a feature: Lambda has no GPU"},
    // The system
    {"dbus-1", "libdbus-sys 0.2", "dbus with the feature vendored; in pure Rust: zbus. Lambda has no bus"},
    {"udev", "libudev-sys 0.1", "leave it out by a feature: Lambda has no devices"},
    {"systemd", "libsystemd-sys (systemd 0.10)", "write logs to standard output; in pure Rust: libsystemd"},
    {"usb-1.0 hidapi hidapi-libusb hidapi-hidraw", "libusb1-sys 0.7, hidapi 2.6", "leave it out by a feature: Lambda has no devices"},
    {"seccomp", "libseccomp-sys", "in pure Rust: seccompiler"},
    {"cap cap-ng", "", "in pure Rust: caps"},
    {"acl attr", "acl-sys 1.2 (posix-acl)", "leave ACLs out by a feature; for attributes in pure Rust: xattr"},
    {"selinux", "selinux-sys 0.6", "leave it out by a feature"},
    {"blkid mount uuid fuse fuse3", "", "leave it out by a feature: a function can't mount; for UUIDs in pure Rust: uuid"},
    {"numa hwloc", "hwlocality-sys 0.5", "hwlocality with the feature vendored; numa: leave it out by a feature"},
    {"aio uring", "", "in pure Rust: io-uring, where the kernel has it"},
    {"unwind unwind-x86_64 unwind-aarch64 dw", "", "in pure Rust: gimli, object, the unwind of std"},
    {"bpf elf", "libbpf-sys 1.6", "libbpf-sys with the feature vendored; Lambda has no BPF"},
    {"atomic", "openssl-sys, librocksdb-sys, libmimalloc-sys", "leave the -l out: x86_64 and aarch64 do it in instructions"},
    {"gomp omp iomp5", "", "build without -fopenmp; in Rust: rayon"},
    // Of gcc and clang, linked by an option that names no library.
    {"asan ubsan tsan lsan hwasan clang_rt.asan clang_rt.ubsan_standalone clang_rt.tsan clang_rt.lsan clang_rt.msan", "", "leave -fsanitize= out of this build, and use it in one for the host"},
    {"gcc", "", "compile without LAMBDA_CC_GCC, with the clang of this target; without _Decimal64 and options that only GCC has"},
    {"gcov", "", "compile with the clang of this target, and link with --coverage: GCC has its own counters"},
    {"itm", "", "build without -fgnu-tm"},
    {"execinfo", "", "leave the -l out: glibc has backtrace in libc, and musl does not have it; in Rust: backtrace"},
    {"nsl", "", "leave the -l out: glibc has what is left of it"},
    {"jemalloc", "tikv-jemalloc-sys 0.7", "its default builds it: unset JEMALLOC_OVERRIDE"},
    {":mimalloc.o", "", "leave the -l out: it is for musl, and glibc's malloc does not wait on one lock"},
    {"mimalloc", "libmimalloc-sys 0.1", "its default builds it"},
    {"tcmalloc profiler", "", "in its place: tikv-jemallocator, mimalloc"},
};
// clang-format on

llvm::ArrayRef<LibraryAdvice> libraryAdvice() { return table; }

const LibraryAdvice *adviceOnLibrary(StringRef name) {
  for (const LibraryAdvice &row : table) {
    llvm::SmallVector<StringRef> names;
    row.names.split(names, ' ');
    if (llvm::is_contained(names, name))
      return &row;
  }
  return nullptr;
}

StringRef libraryName(StringRef soname) {
  soname.consume_front("lib");
  StringRef name = soname.split(".so").first;
  return name == soname && soname.ends_with(".a") ? soname.drop_back(2) : name;
}

namespace {
struct Package {
  llvm::StringLiteral package, library;
};
} // namespace

// Packages of pkg-config with another name than the library, with or without lib before it.
static constexpr Package packages[] = {
    {"openssl", "ssl"},
    {"zlib", "z"},
    {"bzip2", "bz2"},
    {"alsa", "asound"},
    {"libxml-2.0", "xml2"},
    {"libpng", "png16"},
    {"libtiff-4", "tiff"},
    {"freetype2", "freetype"},
    {"x11", "X11"},
    {"gtk+-3.0", "gtk-3"},
    {"gtk4", "gtk-4"},
    {"opencv", "opencv_core"},
    {"opencv4", "opencv_core"},
    {"oniguruma", "onig"},
    {"python3-embed", "python3"},
    {"icu-uc", "icuuc"},
    {"icu-i18n", "icui18n"},
    {"krb5-gssapi", "gssapi_krb5"},
    {"mit-krb5-gssapi", "gssapi_krb5"},
};

std::string libraryOfPackage(StringRef package) {
  for (const Package &row : packages)
    if (row.package == package)
      return row.library.str();
  if (!adviceOnLibrary(package))
    package.consume_front("lib");
  return package.str();
}

std::string howToInstall(StringRef name) {
  return findOwnLibrary(name) ? text("lambda-cc has lib{} in its libraries, which are not installed: {}",
                                     {name, cureForLibraries})
                              : "";
}

std::vector<std::string> cureFor(StringRef name) {
  const LibraryAdvice *row = adviceOnLibrary(name);
  if (!row)
    return {};
  if (row->crate.empty())
    return {text("instead of {}: {}", {name, row->cure})};
  return {text("{} is needed by {}: {}", {name, row->crate, row->cure})};
}

} // namespace lambdacc
