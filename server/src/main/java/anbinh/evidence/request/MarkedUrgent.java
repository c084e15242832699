package anbinh.evidence.request;

/// A request was marked urgent; published inside the transaction that stores it.
public record MarkedUrgent(EvidenceRequest request) {}
