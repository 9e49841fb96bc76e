fn main() {
    println!("{}", unsafe { openssl_sys::OpenSSL_version_num() });
}
