//! reqwest, with TLS by the OpenSSL of the system. OpenSSL reads the certificates to trust from SSL_CERT_FILE.

use std::error::Error;

#[tokio::main]
async fn main() {
    let url = std::env::var("SERVER_URL").unwrap();
    match reqwest::get(url).await {
        Ok(page) => print!("{}", page.text().await.unwrap()),
        Err(error) => println!("no page: {}", causes(&error).contains("certificate verify failed")),
    }
}

fn causes(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => format!("{error}, {}", causes(source)),
        None => error.to_string(),
    }
}
