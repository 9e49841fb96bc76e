//! The OpenSSL of the system, as reqwest asks for it.

fn main() {
    println!("{}", openssl::version::version());
    println!("{}", openssl::version::dir());
}
