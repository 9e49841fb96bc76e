// The rows of the advice, one by one: each name has a row, so that a row that goes missing is seen.
#include "ForeignSymbols.h"
#include "LibraryAdvice.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

TEST(LibraryAdvice, EachRowIsFound) {
  const StringRef names[] = {
      "pq",           "mysqlclient",
      "sqlite3",      "sqlcipher",
      "odbc",         "clntsh",
      "db2",          "cassandra",
      "duckdb",       "rocksdb",
      "leveldb",      "lmdb",
      "mongoc-1.0",   "hiredis",
      "memcached",    "fbclient",
      "fdb_c",        "ssl",
      "gnutls",       "nettle",
      "mbedtls",      "nss3",
      "sodium",       "gcrypt",
      "gpgme",        "secp256k1",
      "crypt",        "pam",
      "sasl2",        "gssapi_krb5",
      "ldap",         "tss2-esys",
      "p11-kit",      "z",
      "z-ng",         "bz2",
      "lzma",         "zstd",
      "lz4",          "snappy",
      "brotlienc",    "archive",
      "deflate",      "curl",
      "nghttp2",      "ssh2",
      "ssh",          "git2",
      "rdkafka",      "zmq",
      "nng",          "nanomsg",
      "rabbitmq",     "paho-mqtt3as",
      "mosquitto",    "nl-3",
      "pcap",         "cares",
      "uv",           "event",
      "xml2",         "xslt",
      "expat",        "yaml",
      "json-c",       "pcre2-8",
      "pcre",         "hs",
      "onig",         "icuuc",
      "hunspell-1.7", "iconv",
      "lua",          "python3",
      "protobuf",     "clang",
      "ffi",          "readline",
      "ncurses",      "magic",
      "freetype",     "fontconfig",
      "harfbuzz",     "png16",
      "jpeg",         "tiff",
      "webp",         "heif",
      "jxl",          "openjp2",
      "avif",         "gif",
      "lcms2",        "gexiv2",
      "cairo",        "glib-2.0",
      "vips",         "MagickWand-7.Q16HDRI",
      "opencv_core",  "avcodec",
      "tesseract",    "poppler",
      "mupdf",        "asound",
      "sndfile",      "mp3lame",
      "opus",         "gstreamer-1.0",
      "X11",          "gtk-3",
      "SDL2",         "GL",
      "gmp",          "openblas",
      "blas",         "mkl_rt",
      "fftw3",        "gsl",
      "CbcSolver",    "highs",
      "z3",           "gdal",
      "proj",         "geos",
      "hdf5",         "netcdf",
      "torch",        "onnxruntime",
      "tensorflow",   "openvino_c",
      "faiss_c",      "cuda",
      "dbus-1",       "udev",
      "systemd",      "usb-1.0",
      "seccomp",      "cap",
      "acl",          "selinux",
      "blkid",        "numa",
      "aio",          "unwind",
      "bpf",          "atomic",
      "gomp",         "asan",
      "gcc",          "gcov",
      "itm",          "execinfo",
      "nsl",          "jemalloc",
      ":mimalloc.o",  "mimalloc",
      "tcmalloc",
  };
  for (StringRef name : names) {
    const LibraryAdvice *row = adviceOnLibrary(name);
    ASSERT_NE(row, nullptr) << name.str();
    EXPECT_FALSE(row->cure.empty()) << name.str();
    // A row that comes first hides one with the same name.
    EXPECT_EQ(row->names.split(' ').first, name);
    EXPECT_EQ(cureFor(name).size(), 1u) << name.str();
  }
  EXPECT_EQ(llvm::ArrayRef(names).size(), libraryAdvice().size());
  EXPECT_EQ(adviceOnLibrary("mariadbclient"), adviceOnLibrary("mysqlclient")); // all names of a row
  EXPECT_EQ(adviceOnLibrary("mysql"), nullptr);
  EXPECT_TRUE(cureFor("mysql").empty());
}

TEST(LibraryAdvice, OfPackages) {
  const StringRef rows[][2] = {
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
      {"libpq", "pq"},
      {"sqlite3", "sqlite3"},
      {"libabc", "abc"},
  };
  for (const auto &[package, library] : rows)
    EXPECT_EQ(libraryOfPackage(package), library) << package.str();
}

// What a symbol shows where a link for musl lacks it, and where one for glibc does; "" where it shows
// nothing.
TEST(ForeignSymbols, EachRow) {
  const struct {
    const char *symbol, *musl, *glibc;
  } rows[] = {
      {"__isoc23_strtol", "glibc 2.38", "glibc 2.38"},
      {"__open_2", "glibc with _FORTIFY_SOURCE", ""},
      {"__printf_chk", "glibc with _FORTIFY_SOURCE", "a newer glibc with _FORTIFY_SOURCE"},
      {"__isoc99_sscanf", "glibc", ""},
      {"__exp_finite", "a glibc before 2.31 with -ffast-math", "a glibc before 2.31 with -ffast-math"},
      {"__xstat64", "a glibc before 2.33", "a glibc before 2.33"},
      {"open64", "glibc, or of a musl before 1.2.4", ""},
      {"aio_read64", "glibc, or of a musl before 1.2.4", ""},
      {"__isnanf", "glibc", ""},
      {"__strtol_internal", "glibc", ""},
      {"__register_atfork", "glibc", ""},
      {"__secure_getenv", "glibc", ""},
      {"gnu_get_libc_version", "glibc", ""},
      {"backtrace", "glibc", ""},
      {"arc4random", "glibc 2.36", ""},
      {"makecontext", "glibc", ""},
      {"fts_open", "glibc", ""},
      {"obstack_free", "glibc", ""},
      {"argp_parse", "glibc", ""},
      {"mallinfo2", "glibc", ""},
      {"canonicalize_file_name", "glibc", ""},
      {"drand48_r", "glibc", ""},
      {"feenableexcept", "glibc", ""},
      {"close_range", "glibc", ""},
      {"pthread_yield", "glibc", ""},
      {"wcslcpy", "glibc 2.38", ""},
      {"stdc_bit_width_ui", "glibc 2.39", ""},
      {"log2p1f", "glibc 2.40", ""},
      {"sched_setattr", "glibc 2.41", ""},
      {"memset_explicit", "", "glibc 2.43"},
      {"read", "", ""},
      {"_chk", "", ""},
  };
  auto originOf = [](StringRef symbol, bool musl) {
    const ForeignSymbol *row = findForeign(symbol, musl);
    return row ? row->origin.str() : "";
  };
  for (const auto &row : rows) {
    EXPECT_EQ(originOf(row.symbol, true), row.musl) << row.symbol;
    EXPECT_EQ(originOf(row.symbol, false), row.glibc) << row.symbol;
  }
}
