//! The small libraries, each by its crate's default features, and libcurl from source with our zlib and OpenSSL.

use std::io::{Read, Write};

const TEXT: &str = "the same words, the same words, the same words";

fn main() {
    let mut bzip2 = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::best());
    bzip2.write_all(TEXT.as_bytes()).unwrap();
    println!("bzip2: {}", text(bzip2::read::BzDecoder::new(&bzip2.finish().unwrap()[..])));
    let mut xz = xz2::write::XzEncoder::new(Vec::new(), 6);
    xz.write_all(TEXT.as_bytes()).unwrap();
    println!("xz: {}", text(xz2::read::XzDecoder::new(&xz.finish().unwrap()[..])));
    println!("zstd: {}", text(&zstd::decode_all(&zstd::encode_all(TEXT.as_bytes(), 3).unwrap()[..]).unwrap()[..]));
    println!("zlib: {:x}", unsafe { libz_sys::crc32(0, TEXT.as_ptr(), TEXT.len() as u32) });

    let version = curl::Version::get();
    println!("curl: {}, zlib: {}", version.ssl_version().unwrap().split('/').next().unwrap(), version.libz_version().is_some());
    let mut page = Vec::new();
    let mut easy = curl::easy::Easy::new();
    easy.url(&std::env::var("SERVER_URL").unwrap()).unwrap();
    easy.cainfo("/ca.pem").unwrap();
    let mut transfer = easy.transfer();
    transfer.write_function(|data| page.write(data).map_err(|_| panic!())).unwrap();
    transfer.perform().unwrap();
    drop(transfer);
    print!("{}", String::from_utf8(page).unwrap());
}

fn text(mut from: impl Read) -> bool {
    let mut text = String::new();
    from.read_to_string(&mut text).unwrap();
    text == TEXT
}
