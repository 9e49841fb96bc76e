//! A procedural macro: a shared library of the host, linked by the same plain cc.

#[proc_macro]
pub fn shout(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    format!("{:?}", input.to_string().to_uppercase()).parse().unwrap()
}
