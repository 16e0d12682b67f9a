//! Signatures by Ed25519 (RFC 8032): made with a key of the server, checked by whoever has the
//! public half.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

/// A key that signs.
#[derive(Clone)]
pub struct Signer(SigningKey);

impl fmt::Debug for Signer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Signer")
    }
}

impl Signer {
    /// The key that grows from a seed.
    #[must_use]
    pub fn of_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The half that everybody may know, of 32 bytes.
    #[must_use]
    pub fn public(&self) -> Vec<u8> {
        self.0.verifying_key().to_bytes().to_vec()
    }

    /// Signs some bytes, in 64.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.0.sign(bytes).to_bytes().to_vec()
    }
}

/// Whether the signature of these bytes was made with the key to which the public half belongs.
/// What is not a key or a signature at all is not right either.
#[must_use]
pub fn is_signed(public: &[u8], bytes: &[u8], signature: &[u8]) -> bool {
    let key = <&[u8; 32]>::try_from(public).ok();
    let key = key.and_then(|key| VerifyingKey::from_bytes(key).ok());
    let signature = Signature::from_slice(signature).ok();
    key.zip(signature)
        .is_some_and(|(key, signature)| key.verify_strict(bytes, &signature).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_bytes_under_the_same_key_are_signed() {
        let (ours, other) = (Signer::of_seed(&[1; 32]), Signer::of_seed(&[2; 32]));
        let signature = ours.sign(b"met");

        assert!(is_signed(&ours.public(), b"met", &signature));
        assert!(!is_signed(&ours.public(), b"not met", &signature));
        assert!(!is_signed(&other.public(), b"met", &signature));
        assert!(!is_signed(&ours.public(), b"met", &[]));
        assert!(!is_signed(b"short", b"met", &signature));
    }
}
