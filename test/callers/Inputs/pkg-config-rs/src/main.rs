//! Prints what the library returns.

extern "C" {
    fn greeting() -> *const std::ffi::c_char;
}

fn main() {
    println!("{}", unsafe { std::ffi::CStr::from_ptr(greeting()) }.to_str().unwrap());
}
