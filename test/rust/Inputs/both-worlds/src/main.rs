//! C for the target, C for the host, and a procedural macro in one program.

extern "C" {
    fn answer() -> i32;
}

fn main() {
    println!("{} {} {}", unsafe { answer() }, env!("HOST_SAYS"), shout::shout!(done));
}

#[test]
fn runs_on_the_host() {
    assert_eq!(unsafe { answer() }, 42);
}
