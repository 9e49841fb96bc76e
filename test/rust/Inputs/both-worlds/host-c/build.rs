fn main() {
    cc::Build::new().file("number.c").compile("number");
}
