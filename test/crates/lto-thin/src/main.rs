//! Thin LTO over Rust, in lto-fat fat LTO, beside C that has none.

fn main() {
    let text = b"again ".repeat(100);
    let packed = zstd::encode_all(&text[..], 1).unwrap();
    println!("{}", zstd::decode_all(&packed[..]).unwrap() == text);
    println!("{:02x?}", &ring::digest::digest(&ring::digest::SHA256, b"abc").as_ref()[..4]);
}
