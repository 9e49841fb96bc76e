//! Prints OpenSSL's version, its folder of certificates, and the SHA-256 of "abc".

fn main() {
    println!("{}", openssl::version::version());
    println!("{}", openssl::version::dir());
    for byte in openssl::sha::sha256(b"abc") {
        print!("{byte:02x}");
    }
    println!();
}
