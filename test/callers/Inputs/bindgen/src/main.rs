//! Queries libc for a device through bindgen's bindings of its headers, and prints the sizes that bindgen found.
#![allow(dead_code, non_camel_case_types, non_snake_case, non_upper_case_globals)]

mod c {
    include!(concat!(env!("BINDINGS"), "/c.rs"));
}
mod cxx {
    include!(concat!(env!("BINDINGS"), "/cxx.rs"));
}

use std::mem::size_of;

fn main() {
    let mut to: c::stat = unsafe { std::mem::zeroed() };
    let status = unsafe { c::stat(b"/dev/null\0".as_ptr().cast(), &mut to) };
    let device = to.st_mode & c::S_IFMT == c::S_IFCHR;
    println!("stat says {status}, a device {device}, number {}, of size {}", to.st_rdev, to.st_size);
    println!("stat {}, sigset_t {}, jmp_buf {}", size_of::<c::stat>(), size_of::<c::sigset_t>(), size_of::<c::jmp_buf>());
    println!("wchar_t from {}, machine {}", c::wchar_t::MIN, c::MACHINE);
    println!("record {} with a string of {}", size_of::<cxx::record>(), size_of::<cxx::record>() - size_of::<c::stat>() - 8);
}
