package anbinh.bench;

import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.index.Pass;
import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import anbinh.vision.image.PictureFile;
import anbinh.vision.model.ModelException;
import anbinh.vision.read.Models;
import anbinh.vision.read.PlateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Vehicles whose plates the analyser reads in pictures: a folder of these with a table
/// `labels.tsv` of file and plate.
final class PictureProbes {
  private PictureProbes() {}

  static List<SyntheticPasses.Probe> read(Path folder) throws IOException, ModelException {
    List<SyntheticPasses.Probe> probes = new ArrayList<>();
    int right = 0;
    try (PlateReader reader = Models.plateReader(null, 1);
        Stream<String> lines = Files.lines(folder.resolve("labels.tsv"))) {
      for (String line : lines.toList()) {
        String[] cells = line.split("\t", -1);
        List<PlateReader.Plate> plates = reader.read(PictureFile.read(folder.resolve(cells[0])));
        List<Long> readings =
            plates.isEmpty()
                ? List.of()
                : plates.getFirst().readings().stream()
                    .map(reading -> reading.text())
                    .filter(PlateCode::fits)
                    .limit(Pass.READINGS)
                    .map(PlateCode::of)
                    .toList();
        // Those who labelled wrote Đ as D.
        long plate = PlateCode.of(cells[1].replace("MD", "MĐ"));
        right += !readings.isEmpty() && readings.getFirst() == plate ? 1 : 0;
        probes.add(
            new SyntheticPasses.Probe(
                new SyntheticPasses.Vehicle(plate, ObjectClass.MOTORBIKE, Colour.BLACK), readings));
      }
    }
    System.out.printf("%d pictures, of which %d are read right%n", probes.size(), right);
    return probes;
  }
}
