//! A module for Python with C inside.

use std::ffi::{c_double, c_int};

extern "C" {
    fn answer(base: c_double, exponent: c_double) -> c_int;
}

#[pyo3::pymodule(name = "answer")]
mod module {
    #[pyo3::pyfunction]
    fn answer(base: f64) -> i32 {
        unsafe { super::answer(base, 2.0) }
    }
}
