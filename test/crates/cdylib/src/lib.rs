//! A library that a program of C, or Python, loads.

#[no_mangle]
pub extern "C" fn first_of_digest(byte: u8) -> u8 {
    ring::digest::digest(&ring::digest::SHA256, &[byte]).as_ref()[0]
}

#[no_mangle]
pub extern "C" fn survives() -> i32 {
    std::panic::catch_unwind(|| panic!("here")).is_err() as i32
}
