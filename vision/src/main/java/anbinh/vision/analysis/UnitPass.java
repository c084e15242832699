package anbinh.vision.analysis;

import anbinh.vision.pass.Pass;

/// A pass, and where its picture is.
///
/// @param unit of the video that the picture is from
public record UnitPass(long unit, Pass pass) {}
