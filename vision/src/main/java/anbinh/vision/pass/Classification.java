package anbinh.vision.pass;

import anbinh.vision.ObjectClass;

/// What passed, and why that is said.
public record Classification(ObjectClass type, ClassReason reason) {}
