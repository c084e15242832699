package anbinh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class KnownPartsTest {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final DefaultListableBeanFactory parts = context.getDefaultListableBeanFactory();

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void namesTheOnlyPartOfAType() {
    add("brook", Brook.class);
    assertThat(needed(OfBrook.class)).containsExactly("brook");
  }

  @Test
  void leavesAChoiceToTheStart() {
    add("brook", Brook.class);
    add("stream", Brook.class);
    assertThat(needed(OfBrook.class)).containsExactly((String) null);
  }

  @Test
  void whatIsNoCandidateIsNone() {
    add("brook", Brook.class);
    var hidden = new RootBeanDefinition(Brook.class);
    hidden.setAutowireCandidate(false);
    parts.registerBeanDefinition("hidden", hidden);
    assertThat(needed(OfBrook.class)).containsExactly("brook");
  }

  @Test
  void leavesWhatSaysMoreThanATypeOrIsNoPart() {
    add("brook", Brook.class);
    assertThat(needed(OfMore.class)).containsExactly(null, null, null, null, "brook");
  }

  @Test
  void leavesWhatTheProgramAddsAtTheStart() {
    parts.registerSingleton("brook", new Brook());
    assertThat(needed(OfBrook.class)).containsExactly((String) null);
  }

  @Test
  void neverNamesAPartToItself() {
    add("known", Chain.class);
    assertThat(KnownParts.needed(RegisteredBean.of(parts, "known"))).containsExactly((String) null);
  }

  private void add(String name, Class<?> type) {
    parts.registerBeanDefinition(name, new RootBeanDefinition(type));
  }

  private @Nullable String[] needed(Class<?> type) {
    add("known", type);
    return KnownParts.needed(RegisteredBean.of(parts, "known"));
  }

  static class Brook {}

  record OfBrook(Brook brook) {}

  record OfMore(
      @Qualifier("brook") Brook qualified,
      ObjectProvider<Brook> provider,
      List<Brook> all,
      ApplicationContext context,
      Brook brook) {}

  record Chain(Chain next) {}
}
