package anbinh.evidence.web;

import java.time.Instant;

/// What an owner who is asked learns: who asks, by what law, for what, and until when the answer
/// counts. Nothing else about the case.
///
/// @param office the area whose police ask
/// @param basis the law in words, with its article
record OwnerView(
    String site,
    String zone,
    boolean demonstration,
    String office,
    String requestCode,
    String caseCode,
    String basis,
    String article,
    String cameraCode,
    String cameraName,
    Instant from,
    Instant to,
    Instant openUntil) {}
