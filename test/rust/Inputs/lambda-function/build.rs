fn main() {
    cc::Build::new().file("word.c").compile("word");
}
