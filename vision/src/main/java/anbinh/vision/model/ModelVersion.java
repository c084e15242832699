package anbinh.vision.model;

/// Which net it was, as its manifest says; stands beside whatever the net found.
public record ModelVersion(String name, String version) {}
