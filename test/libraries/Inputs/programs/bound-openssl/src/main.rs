//! Calls OpenSSL by bindings made from its header.

#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]

use std::ffi::CStr;

include!(concat!(env!("OUT_DIR"), "/openssl.rs"));

fn main() {
    let mut digest = [0; SHA256_DIGEST_LENGTH as usize];
    unsafe {
        let linked = CStr::from_ptr(OpenSSL_version(OPENSSL_VERSION as _));
        println!("header and library are of one version: {}", linked.to_bytes_with_nul() == OPENSSL_VERSION_TEXT);
        SHA256(b"text".as_ptr(), 4, digest.as_mut_ptr());
        let context = SSL_CTX_new(TLS_client_method());
        println!("a context: {}", !context.is_null());
        SSL_CTX_free(context);
    }
    println!("{}", digest.map(|byte| format!("{byte:02x}")).concat());
}
