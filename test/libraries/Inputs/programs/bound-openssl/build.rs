//! Binds OpenSSL as a crate of one's own does: its header by bindgen, its library by name.

fn main() {
    bindgen::builder()
        .header_contents("wrapper.h", "#include <openssl/ssl.h>\n#include <openssl/sha.h>")
        .allowlist_function("OpenSSL_version|SHA256|SSL_CTX_new|SSL_CTX_free|TLS_client_method")
        .allowlist_var("OPENSSL_VERSION_TEXT|OPENSSL_VERSION|SHA256_DIGEST_LENGTH")
        .generate()
        .unwrap()
        .write_to_file(std::path::PathBuf::from(std::env::var_os("OUT_DIR").unwrap()).join("openssl.rs"))
        .unwrap();
    println!("cargo:rustc-link-lib=ssl");
    println!("cargo:rustc-link-lib=crypto");
}
