package anbinh.evidence.request;

/// A request has come to another state; published inside the transaction that stores it.
public record RequestChanged(EvidenceRequest request) {}
