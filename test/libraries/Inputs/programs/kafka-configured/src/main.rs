//! librdkafka with TLS: what it was built with, and a client that has read a certificate.

use rdkafka::config::ClientConfig;
use rdkafka::producer::BaseProducer;

fn main() {
    let certificate = std::env::args().nth(1).unwrap();
    let mut config = ClientConfig::new();
    config.set("bootstrap.servers", "127.0.0.1:1").set("security.protocol", "ssl").set("ssl.ca.location", &certificate);
    let features = config.create_native_config().unwrap().get("builtin.features").unwrap();
    for wanted in ["gzip", "ssl", "sasl_scram"] {
        println!("{wanted} {}", features.split(',').any(|feature| feature == wanted));
    }
    let client: Result<BaseProducer, _> = config.create();
    match client {
        Ok(_) => println!("a client"),
        Err(error) => println!("no client: {error}"),
    }
}
