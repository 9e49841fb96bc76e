fn main() {
    cxx_build::bridge("src/main.rs").file("src/sum.cc").std("c++17").compile("sum");
}
