"""Documents from outside, read into the library's own records or refused with every error at once."""
