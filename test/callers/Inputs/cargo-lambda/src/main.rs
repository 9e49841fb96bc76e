//! A function that answers each event with the event, and with what C code returns. It requests the events itself, as lambda_runtime does.

use std::env;
use std::ffi::{c_char, CStr};
use std::io::{Read, Write};
use std::net::TcpStream;

extern "C" {
    fn built() -> *const c_char;
}

/// The head and the body of an answer of the Runtime API. `cargo lambda watch` has its address as http://HOST:PORT/FUNCTION.
fn request(method: &str, path: &str, body: &str) -> (String, String) {
    let api = env::var("AWS_LAMBDA_RUNTIME_API").expect("a Runtime API");
    let (host, function) = api.trim_start_matches("http://").split_once('/').expect("a function");
    let mut stream = TcpStream::connect(host).unwrap();
    let length = body.len();
    let head = format!("{method} /{function}/2018-06-01/runtime/invocation/{path} HTTP/1.0\r\nContent-Length: {length}");
    write!(stream, "{head}\r\n\r\n{body}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer in HTTP");
    (head.to_lowercase(), body.to_owned())
}

fn main() {
    let built = unsafe { CStr::from_ptr(built()) }.to_str().unwrap();
    loop {
        let (head, event) = request("GET", "next", "");
        let id = head.lines().find_map(|line| line.strip_prefix("lambda-runtime-aws-request-id: ")).expect("an id");
        request("POST", &format!("{id}/response"), &format!(r#"{{"built for": "{built}", "event": {event}}}"#));
    }
}
