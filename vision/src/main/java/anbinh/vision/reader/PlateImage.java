package anbinh.vision.reader;

import anbinh.vision.image.Picture;
import java.util.List;

/// What a reader is shown of one plate.
///
/// @param plate all of it and little around it
/// @param rows of its text, from the top
public record PlateImage(Picture plate, List<Picture> rows) {}
