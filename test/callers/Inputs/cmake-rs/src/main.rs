//! Prints what the C++ returns, which calls the C.

extern "C" {
    fn words() -> *const std::ffi::c_char;
}

fn main() {
    println!("{}", unsafe { std::ffi::CStr::from_ptr(words()) }.to_str().unwrap());
}
