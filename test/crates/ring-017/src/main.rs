//! C and assembly by cc-rs, in ring-016 as of 2019: a digest, and an elliptic curve.

use ring::{digest, rand::SystemRandom, signature};
use ring::signature::KeyPair;

fn main() {
    let sum = digest::digest(&digest::SHA512, b"abc");
    println!("{}", sum.as_ref()[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>());

    let random = SystemRandom::new();
    let key = signature::Ed25519KeyPair::generate_pkcs8(&random).unwrap();
    let pair = signature::Ed25519KeyPair::from_pkcs8(key.as_ref()).unwrap();
    let public = signature::UnparsedPublicKey::new(&signature::ED25519, pair.public_key().as_ref());
    println!("{:?}", public.verify(b"text", pair.sign(b"text").as_ref()));
    println!("{:?}", public.verify(b"other", pair.sign(b"text").as_ref()).is_err());
}
