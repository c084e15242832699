package anbinh.evidence.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The paper of an authority by which a request is made. It stays where it is kept; the record
/// names it so that anybody can ask for it and see that it is the same.
///
/// @param sha256 of its scan, in hexadecimal; null where nobody named it
public record Paper(String number, LocalDate on, @Nullable String sha256) {}
