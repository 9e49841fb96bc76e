//! Prints what C, assembly and C++ return.

extern "C" {
    fn six() -> i32;
    fn seven() -> i32;
    fn words(n: i32) -> *const std::ffi::c_char;
}

fn main() {
    let (words, numbers) = unsafe { (std::ffi::CStr::from_ptr(words(42)), (six(), seven())) };
    println!("{numbers:?} {}", words.to_str().unwrap());
}
