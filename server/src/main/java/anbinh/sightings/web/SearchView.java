package anbinh.sightings.web;

import anbinh.platform.Page;
import anbinh.sightings.PlateReading;
import anbinh.sightings.dictionary.Alignment;
import anbinh.sightings.search.AcceptanceLevel;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Weakness;
import anbinh.vision.plate.PlateClass;
import anbinh.vision.plate.PlateColour;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param accepted what would be accepted the more wrong a reading may be; empty without a plate
/// @param hits the best first, of those the latest
record SearchView(Understood understood, List<AcceptanceLevel> accepted, Page<HitView> hits) {
  SearchView {
    accepted = List.copyOf(accepted);
  }

  /// What was understood of what somebody typed.
  ///
  /// @param plate null where none was
  /// @param direction as the camera sees it; null for any
  /// @param from what was searched begins then, which is no earlier than the retention
  /// @param ignored words of which nothing was understood
  record Understood(
      @Nullable String plate,
      Set<ObjectClass> classes,
      Set<Colour> colours,
      @Nullable Direction direction,
      Instant from,
      Instant to,
      List<Place> places,
      String ignored,
      int misreading) {
    Understood {
      classes = Set.copyOf(classes);
      colours = Set.copyOf(colours);
      places = List.copyOf(places);
    }
  }

  /// An area, or a camera.
  record Place(PlaceKind kind, UUID id, String name) {}

  enum PlaceKind {
    AREA,
    CAMERA
  }

  /// @param at when the picture was taken from which the plate was read
  /// @param cost how far it is from what was remembered; 0 where all fits
  /// @param match how the plate was found; null where none was asked for
  /// @param reasons what else costs
  /// @param weakness why the readings cannot be relied on; null where they can
  /// @param classReason why it is said to be of its class; null where the source does not say
  /// @param plateColour of the plate's ground; null where it is not known
  /// @param platePicture JPEG in Base64; null where there is none
  record HitView(
      long position,
      UUID cameraId,
      String cameraCode,
      String cameraName,
      UUID areaId,
      String areaName,
      @Nullable Double latitude,
      @Nullable Double longitude,
      Instant from,
      Instant to,
      Instant at,
      @Nullable ObjectClass objectClass,
      Set<Colour> colours,
      @Nullable Direction direction,
      int cost,
      @Nullable Match match,
      Set<Reason> reasons,
      List<PlateReading> readings,
      String model,
      @Nullable Weakness weakness,
      @Nullable ClassReason classReason,
      @Nullable PlateColour plateColour,
      @Nullable String platePicture) {
    HitView {
      colours = Set.copyOf(colours);
      reasons = Set.copyOf(reasons);
      readings = List.copyOf(readings);
    }
  }

  /// @param text of the reading that was found
  /// @param meanings what it may mean as a plate; none where it has no shape that there is
  /// @param steps what became of each character
  record Match(String text, List<Meaning> meanings, List<Alignment.Step> steps) {
    Match {
      meanings = List.copyOf(meanings);
      steps = List.copyOf(steps);
    }
  }

  record Meaning(PlateClass kind, String text) {}

  /// Why a pass is not quite what was remembered.
  enum Reason {
    LATER_READING,
    CLASS_UNKNOWN,
    CLASS_NEAR,
    CLASS_OTHER,
    COLOUR_UNKNOWN,
    COLOUR_NEAR,
    COLOUR_OTHER,
    DIRECTION_UNKNOWN,
    DIRECTION_OTHER
  }
}
