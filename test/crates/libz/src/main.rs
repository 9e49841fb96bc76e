//! libz-sys asks by a link whether there is a libz, and builds its own where the answer is no.

fn main() {
    let text = b"the same again, ".repeat(1000);
    let mut packed = vec![0u8; 1000];
    let mut size = packed.len() as libz_sys::uLongf;
    let done = unsafe { libz_sys::compress(packed.as_mut_ptr(), &mut size, text.as_ptr(), text.len() as _) };
    println!("{done}, less than 200: {}", size < 200);
    let mut back = vec![0u8; text.len()];
    let mut length = back.len() as libz_sys::uLongf;
    let done = unsafe { libz_sys::uncompress(back.as_mut_ptr(), &mut length, packed.as_ptr(), size) };
    println!("{done}, {}", back == text);
}
