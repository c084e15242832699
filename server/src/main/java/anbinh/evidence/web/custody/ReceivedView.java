package anbinh.evidence.web.custody;

import anbinh.seal.pack.Receipt;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A package that is handed over to the reader.
///
/// @param digest SHA-512 of the bag's tag manifest, which the receipt names
/// @param number of the receipt, once it is confirmed
/// @param packageUrl null when it can no longer be downloaded
record ReceivedView(
    UUID id,
    CustodyView.State state,
    String extraction,
    String request,
    Instant sealedAt,
    long bytes,
    String digest,
    String from,
    Receipt.Medium medium,
    Instant openedAt,
    Instant openUntil,
    @Nullable Instant receivedAt,
    @Nullable Integer number,
    @Nullable String packageUrl) {}
