//! What is said of documents.

worded! {
    /// What sort of paper a document is.
    DocumentKind {
        LetterIn,
        LetterOut,
        /// A memorandum of understanding.
        Mou,
        Communique,
        Charter,
        Report,
    }
}

impl DocumentKind {
    /// The kinds that are letters, which are contact.
    pub const LETTERS: [Self; 2] = [Self::LetterIn, Self::LetterOut];
}
