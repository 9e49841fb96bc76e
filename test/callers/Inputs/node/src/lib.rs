//! An addon for Node with C inside.

extern "C" {
    #[link_name = "answer"]
    fn answer_in_c() -> i32;
}

#[napi_derive::napi]
pub fn answer() -> i32 {
    unsafe { answer_in_c() }
}
