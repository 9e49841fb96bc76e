fn main() {
    cc::Build::new().file("answer.c").compile("answer");
    napi_build::setup();
}
