//! TLS by aws-lc, in reqwest-native-tls by OpenSSL: the page of a server whose certificate is its own.

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (url, certificate) = (arguments.next().unwrap(), arguments.next().unwrap());
    let refused = reqwest::blocking::get(&url);
    println!("without its certificate: {}", if refused.is_ok() { "a page" } else { "no page" });
    let trusted = reqwest::Certificate::from_pem(&std::fs::read(certificate).unwrap()).unwrap();
    let client = reqwest::blocking::Client::builder().add_root_certificate(trusted).build().unwrap();
    print!("{}", client.get(&url).send().unwrap().text().unwrap());
}
