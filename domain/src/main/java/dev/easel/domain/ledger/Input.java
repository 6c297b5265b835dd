package dev.easel.domain.ledger;

/// A picture that travelled with a request.
///
/// @param role `image`, `mask` or `markup`
/// @param name its file name
/// @param sha256 of its bytes, 64 lower-case hexadecimal digits
/// @param bytes its length
public record Input(String role, String name, String sha256, long bytes) {}
