//! perl, Configure and make, with assembly.

use openssl::{rsa::Rsa, sha, version};

fn main() {
    println!("{}", sha::sha256(b"abc")[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    println!("{}", Rsa::generate(2048).unwrap().check_key().unwrap());
    println!("{}", version::version().starts_with("OpenSSL 3."));
}
