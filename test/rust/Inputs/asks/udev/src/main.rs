fn main() {
    #[cfg(feature = "udev")]
    unsafe {
        libudev_sys::udev_unref(libudev_sys::udev_new());
    }
    println!("no devices");
}
