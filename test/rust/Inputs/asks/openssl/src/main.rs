//! Prints OpenSSL's version, where it looks for certificates, and the SHA-256 of "abc".

fn main() {
    println!("{}", openssl::version::version());
    println!("{}", openssl::version::dir());
    for byte in openssl::sha::sha256(b"abc") {
        print!("{byte:02x}");
    }
    println!();
}
