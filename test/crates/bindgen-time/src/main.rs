//! bindgen reads the target's headers with a libclang of the host's: it must see what the target's C compiler sees.

#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals, dead_code)]
include!(concat!(env!("OUT_DIR"), "/bindings.rs"));

fn main() {
    let sizes = [std::mem::size_of::<tm>(), std::mem::size_of::<sigjmp_buf>(), std::mem::size_of::<utmpx>()];
    println!("{}", (0..3).all(|what| sizes[what] == unsafe { size_in_c(what as i32) } as usize));
    println!("{}", unsafe { std::ffi::CStr::from_ptr(libc_of_c) }.to_bytes_with_nul() == LIBC);
}
