//! What is said of documents and files.

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
    /// What sort of file is kept.
    FileKind {
        Pdf,
        Jpeg,
        Png,
        Webp,
        Docx,
        Xlsx,
        Odt,
        Text,
    }
}

impl DocumentKind {
    /// The kinds that are letters, which are contact.
    pub const LETTERS: [Self; 2] = [Self::LetterIn, Self::LetterOut];
}
