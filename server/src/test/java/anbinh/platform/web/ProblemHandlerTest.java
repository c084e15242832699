package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.PlatformProblem;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class ProblemHandlerTest {
  @ParameterizedTest
  @ValueSource(strings = {"08003", "08006", "53100", "57P01", "57P02", "58030"})
  void saysThatTheDatabaseIsAwayHoweverItIsWrapped(String state) {
    var broken = new SQLException("broken", state);
    assertThat(ProblemHandler.problem(new TransactionSystemException("commit", broken)).code())
        .isEqualTo(PlatformProblem.UNAVAILABLE);
    assertThat(
            ProblemHandler.problem(
                    new IllegalStateException(new UncategorizedSQLException("read", "", broken)))
                .code())
        .isEqualTo(PlatformProblem.UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42P01", "22023", "23505", "XX000"})
  void saysThatTheServerIsAtFaultWhenItAskedWrongly(String state) {
    var wrong = new BadSqlGrammarException("read", "", new SQLException("wrong", state));
    assertThat(ProblemHandler.problem(wrong).code()).isEqualTo(PlatformProblem.INTERNAL);
  }
}
