//! What holds whatever is done, in whatever order: tried at random, the same way on every run.

mod pages;
mod writes;
