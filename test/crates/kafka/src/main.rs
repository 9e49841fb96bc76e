//! librdkafka by CMake, and its threads: a producer without a broker gives up.

use rdkafka::config::ClientConfig;
use rdkafka::producer::{BaseProducer, BaseRecord, Producer};
use std::time::Duration;

fn main() {
    let producer: BaseProducer = ClientConfig::new()
        .set("bootstrap.servers", "127.0.0.1:1")
        .set("message.timeout.ms", "200")
        .set("compression.type", "gzip")
        .create()
        .unwrap();
    producer.send(BaseRecord::to("topic").payload("text").key("key")).unwrap();
    println!("{}", producer.in_flight_count() > 0); // with what librdkafka itself has to say, now and then
    println!("{:?}", producer.flush(Duration::from_secs(20)));
}
