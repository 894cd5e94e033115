//! What is wrong with a webhook's secret.

/// A secret that cannot sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// What follows `whsec_` is no base64.
    #[error(
        "the webhook's secret starts with whsec_ and goes on with what is no base64; copy it whole, or write one without whsec_"
    )]
    NoBase64,
    /// It can be guessed.
    #[error(
        "the webhook's secret has {bytes} bytes; write {least} or more, as `openssl rand -base64 32` makes them"
    )]
    TooShort {
        /// How many it has.
        bytes: usize,
        /// How many it must have.
        least: usize,
    },
}
