package anbinh.vision.detector;

import anbinh.vision.ObjectClass;
import anbinh.vision.image.Box;

/// Something that a detector sees.
///
/// @param box around it, level, in pixels of the picture
/// @param score how sure the net is, from 0 to 1
public record Detection(Box box, ObjectClass type, double score) {}
