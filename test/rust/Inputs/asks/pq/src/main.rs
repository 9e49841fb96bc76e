//! Prints libpq's version, its TLS library, the MD5 of a password, and its error for a server that does not exist.

use std::ffi::{c_char, CStr};

fn text(string: *const c_char) -> String {
    assert!(!string.is_null());
    unsafe { CStr::from_ptr(string) }.to_string_lossy().into_owned()
}

fn main() {
    unsafe {
        println!("libpq {}", pq_sys::PQlibVersion());
        println!("{}", text(pq_sys::PQsslAttribute(std::ptr::null_mut(), c"library".as_ptr())));
        println!("{}", text(pq_sys::PQencryptPassword(c"secret".as_ptr(), c"user".as_ptr())));
        let connection = pq_sys::PQconnectdb(c"hostaddr=127.0.0.1 port=1".as_ptr());
        println!("{}", text(pq_sys::PQerrorMessage(connection)).trim_end());
    }
}
