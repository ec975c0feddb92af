//! Single clients in real places, and what their cards say.
