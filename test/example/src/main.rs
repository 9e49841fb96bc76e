//! Fetches a page over HTTPS and prints its text: `fetch-page URL CA.pem`.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (url, ca) = match (args.next(), args.next()) {
        (Some(url), Some(ca)) => (url, ca),
        _ => return Err("usage: fetch-page URL CA.pem".into()),
    };

    let ca = reqwest::Certificate::from_pem(&std::fs::read(ca)?)?;
    let client = reqwest::blocking::Client::builder()
        .add_root_certificate(ca)
        .build()?;
    let page = client.get(&url).send()?.error_for_status()?.text()?;
    print!("{}", page);
    Ok(())
}
