//! A large C library by cc-rs, with a decoder in assembly for x86_64.

fn main() {
    let text = b"the same again, ".repeat(1000);
    let packed = zstd::encode_all(&text[..], 19).unwrap();
    println!("{} bytes in less than 200: {}", text.len(), packed.len() < 200);
    println!("{}", zstd::decode_all(&packed[..]).unwrap() == text);
}
