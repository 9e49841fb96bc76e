//! bindgen reads the target's headers with a libclang of the host's.

#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals, dead_code)]
include!(concat!(env!("OUT_DIR"), "/bindings.rs"));

fn main() {
    println!("{} {}", std::mem::size_of::<tm>(), std::mem::size_of::<sigjmp_buf>());
    println!("{:?}", std::ffi::CStr::from_bytes_with_nul(LIBC));
}
