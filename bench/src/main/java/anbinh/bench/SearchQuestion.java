package anbinh.bench;

import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.search.PassSearch;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A way in which people search. Always for the best fifty, of those the latest.
enum SearchQuestion {
  /// The whole plate, in the province, at any time.
  EXACT(0, false) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return plate;
    }
  },
  /// The whole plate in a commune within two weeks.
  EXACT_FILTERED(0, true) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return plate;
    }
  },
  /// `36A12*`.
  BEGINNING(0, false) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return plate.substring(0, 5) + "*";
    }
  },
  /// `36A?2345`.
  ONE_UNKNOWN(0, false) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      int at = 2 + random.nextInt(plate.length() - 2);
      return plate.substring(0, at) + "?" + plate.substring(at + 1);
    }
  },
  /// `36A*45`.
  MIDDLE_UNKNOWN(0, false) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return plate.substring(0, 3) + "*" + plate.substring(plate.length() - 2);
    }
  },
  /// `*12345`.
  END(0, false) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return "*" + plate.substring(plate.length() - 5);
    }
  },
  /// `*234*`.
  PART(0, false) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return "*" + plate.substring(plate.length() - 4, plate.length() - 1) + "*";
    }
  },
  /// The whole plate, of which two characters that look alike or any one may be wrong.
  MISREAD(20, false) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return plate;
    }
  },
  /// One more character that looks alike.
  MISREAD_FAR(30, false) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return plate;
    }
  },
  /// The same where half of all cameras have costs of their own.
  MISREAD_BY_CAMERA(30, false) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return plate;
    }

    @Override
    ReaderCosts costs() {
      return SyntheticPasses.COSTS;
    }
  },
  /// The same in forty communes within two weeks, with type and colour.
  MISREAD_FILTERED(30, true) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return plate;
    }
  },
  /// No plate, but type and colour, in a commune within half a day.
  ATTRIBUTES(-1, true) {
    @Override
    String pattern(RandomGenerator random, String plate) {
      return "";
    }
  };

  static final int LIMIT = 50;

  /// In so many communes an investigator may search.
  private static final int GRANTED = 40;

  private final int max;
  private final boolean filtered;

  SearchQuestion(int max, boolean filtered) {
    this.max = max;
    this.filtered = filtered;
  }

  abstract String pattern(RandomGenerator random, String plate);

  ReaderCosts costs() {
    return ReaderCosts.DEFAULT;
  }

  /// @param pattern empty where no plate is known
  /// @param max what its reading may cost
  record Asked(String pattern, ReaderCosts costs, int max, PassQuery filter) {
    List<Hit> of(PassSearch search, PassIndex index) throws IOException {
      return pattern.isEmpty()
          ? index.search(filter)
          : search.search(PlatePattern.of(pattern), costs, max, filter);
    }
  }

  String line() {
    return "search-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Asked ask(SplittableRandom random, SyntheticPasses passes) {
    SyntheticPasses.Vehicle vehicle = passes.any(random);
    String pattern = pattern(random, PlateCode.text(vehicle.plate()));
    long length =
        !filtered
            ? SyntheticPasses.LENGTH
            : this == ATTRIBUTES ? SyntheticPasses.LENGTH / 60 : SyntheticPasses.LENGTH / 2;
    long from =
        SyntheticPasses.BEGIN + (filtered ? random.nextLong(SyntheticPasses.LENGTH - length) : 0);
    boolean attributes = this == MISREAD_FILTERED || this == ATTRIBUTES;
    return new Asked(
        pattern,
        costs(),
        max,
        new PassQuery(
            null,
            places(random),
            from,
            from + length + 1,
            attributes ? Set.of(vehicle.type()) : Set.of(),
            attributes ? Set.of(vehicle.colour()) : Set.of(),
            null,
            false,
            null,
            LIMIT));
  }

  private Set<String> places(SplittableRandom random) {
    if (!filtered) {
      return Set.of("province");
    }
    int first = random.nextInt(SyntheticPasses.COMMUNES);
    return IntStream.range(first, first + (this == MISREAD_FILTERED ? GRANTED : 1))
        .mapToObj(commune -> "commune-" + commune % SyntheticPasses.COMMUNES)
        .collect(Collectors.toSet());
  }
}
