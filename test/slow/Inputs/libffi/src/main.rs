// Calls a function through libffi, and a closure that libffi made: both are assembly.
use libffi_sys::*;
use std::ffi::c_void;
use std::ptr::{addr_of_mut, null_mut};

extern "C" fn product(a: f64, b: u32) -> f64 {
    a * b as f64
}

unsafe extern "C" fn sum(_: *mut ffi_cif, result: *mut c_void, args: *mut *mut c_void, bonus: *mut c_void) {
    let (a, b) = (*(*args as *const f64), *(*args.add(1) as *const u32));
    *(result as *mut f64) = a + b as f64 + *(bonus as *const f64);
}

fn main() {
    unsafe {
        let mut cif: ffi_cif = std::mem::zeroed();
        let mut types = [addr_of_mut!(ffi_type_double), addr_of_mut!(ffi_type_uint32)];
        let status = ffi_prep_cif(&mut cif, ffi_abi_FFI_DEFAULT_ABI, 2, addr_of_mut!(ffi_type_double), types.as_mut_ptr());
        assert_eq!(status, ffi_status_FFI_OK);

        let (mut a, mut b, mut result) = (1.5f64, 4u32, 0f64);
        let mut args = [addr_of_mut!(a) as *mut c_void, addr_of_mut!(b) as *mut c_void];
        let code: unsafe extern "C" fn() = std::mem::transmute(product as extern "C" fn(f64, u32) -> f64);
        ffi_call(&mut cif, Some(code), addr_of_mut!(result) as *mut c_void, args.as_mut_ptr());
        println!("product {result}");

        let mut entry: *mut c_void = null_mut();
        let closure = ffi_closure_alloc(size_of::<ffi_closure>(), &mut entry) as *mut ffi_closure;
        let mut bonus = 0.25f64;
        let status = ffi_prep_closure_loc(closure, &mut cif, Some(sum), addr_of_mut!(bonus) as *mut c_void, entry);
        assert_eq!(status, ffi_status_FFI_OK);
        let call: extern "C" fn(f64, u32) -> f64 = std::mem::transmute(entry);
        println!("sum {}", call(2.5, 7));
    }
}
