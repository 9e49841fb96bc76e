//! A C++ library whose exceptions begin and end in it, by cc-rs.

extern "C" {
    fn parse(text: *const std::ffi::c_char) -> i32;
}

fn main() {
    unsafe { println!("{} {} {}", parse(c"42".as_ptr()), parse(c"none".as_ptr()), parse(c"99999999999".as_ptr())) };
}
