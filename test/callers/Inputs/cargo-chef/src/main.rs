use std::ffi::CStr;

extern "C" {
    fn answer() -> i32;
}

fn main() {
    let zlib = unsafe { CStr::from_ptr(libz_sys::zlibVersion()) };
    let lz4 = unsafe { lz4_sys::LZ4_versionNumber() };
    println!(
        "the answer is {}, zlib {}, lz4 {lz4}",
        unsafe { answer() },
        zlib.to_str().unwrap()
    );
}
