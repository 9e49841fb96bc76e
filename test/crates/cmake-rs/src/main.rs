//! zlib-ng by cmake-rs: its CMake tries the flags of many CPUs, and chooses among them while it runs.

use libz_ng_sys as z;

fn main() {
    let text = b"the same again, ".repeat(1000);
    let mut packed = vec![0u8; 1000];
    let mut size = packed.len();
    let done = unsafe { z::compress(packed.as_mut_ptr(), &mut size, text.as_ptr(), text.len()) };
    println!("{done}, less than 200: {}", size < 200);
    let mut back = vec![0u8; text.len()];
    let mut length = back.len();
    let done = unsafe { z::uncompress(back.as_mut_ptr(), &mut length, packed.as_ptr(), size) };
    println!("{done}, {}", back == text);
}
