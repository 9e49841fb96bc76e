// SHA-256 by libcrypto, and which OpenSSL it is.
fn main() {
    let digest = openssl::sha::sha256(b"abc");
    println!("{}", digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    println!("{}", openssl::version::version());
    println!("{}", openssl::version::c_flags());
    println!("{}", openssl::version::platform());
    // A context reads certificates, and so libssl is linked too.
    let context = openssl::ssl::SslContext::builder(openssl::ssl::SslMethod::tls()).unwrap().build();
    println!("{}", openssl::ssl::Ssl::new(&context).unwrap().version_str());
}
