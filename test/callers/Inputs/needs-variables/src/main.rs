//! Prints what C++ returns, and its arguments.

extern "C" {
    fn length() -> i32;
}

fn main() {
    println!("{} {} {:?}", std::env::consts::ARCH, unsafe { length() }, std::env::args().skip(1).collect::<Vec<_>>());
}

#[test]
fn counts() {
    assert_eq!(unsafe { length() }, 42);
}
