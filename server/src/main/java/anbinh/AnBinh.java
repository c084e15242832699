package anbinh;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The server's entry point.
@SpringBootApplication
public class AnBinh {
  public static void main(String[] arguments) {
    SpringApplication.run(AnBinh.class, arguments);
  }
}
