package anbinh.seal.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTest {
  /// The eight entries and the roots that Certificate Transparency's reference code is tested with.
  private static final List<byte[]> KNOWN =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final List<String> KNOWN_ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void hasTheRootsOfTheReferenceImplementation() {
    for (int size = 1; size <= KNOWN.size(); size++) {
      assertThat(Tree.root(size, nodes(KNOWN)).hex()).isEqualTo(KNOWN_ROOTS.get(size - 1));
    }
    var running = new RunningRoot();
    assertThat(running.root()).isEqualTo(Tree.EMPTY_ROOT);
    for (int size = 1; size <= KNOWN.size(); size++) {
      running.add(KNOWN.get(size - 1));
      assertThat(running.root().hex()).isEqualTo(KNOWN_ROOTS.get(size - 1));
    }
    assertThat(Tree.root(0, nodes(KNOWN)).hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void hasTheProofsOfTheReferenceImplementation() {
    assertThat(Tree.inclusionProof(0, 8, nodes(KNOWN)))
        .extracting(Hash::hex)
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(Tree.consistencyProof(6, 8, nodes(KNOWN)))
        .extracting(Hash::hex)
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Test
  void agreesWithTheNaiveTreeAtEverySize() {
    long seed = 20261125;
    Random random = new Random(seed);
    List<byte[]> entries = entries(300, random);
    for (int size = 1; size <= entries.size(); size++) {
      List<byte[]> first = entries.subList(0, size);
      Hash root = Tree.root(size, nodes(entries));
      assertThat(root).as("root of %d, seed %d", size, seed).isEqualTo(NaiveTree.root(first));
      for (int index : List.of(0, size - 1, random.nextInt(size), random.nextInt(size))) {
        List<Hash> proof = Tree.inclusionProof(index, size, nodes(entries));
        assertThat(proof).as("%d in %d", index, size).isEqualTo(NaiveTree.path(index, first));
        Hash leaf = new Hasher().leaf(entries.get(index));
        assertThat(Tree.verifyInclusion(leaf, index, size, proof, root)).isTrue();
      }
      int old = 1 + random.nextInt(size);
      List<Hash> proof = Tree.consistencyProof(old, size, nodes(entries));
      assertThat(proof).as("%d to %d", old, size).isEqualTo(NaiveTree.proof(old, first));
      Hash oldRoot = Tree.root(old, nodes(entries));
      assertThat(Tree.verifyConsistency(old, size, proof, oldRoot, root)).isTrue();
    }
  }

  @Test
  void refusesEveryProofWithOneThingWrong() {
    Random random = new Random(7);
    List<byte[]> entries = entries(40, random);
    for (int size = 2; size <= entries.size(); size++) {
      Hash root = Tree.root(size, nodes(entries));
      for (int index = 0; index < size; index++) {
        Hash leaf = new Hasher().leaf(entries.get(index));
        List<Hash> proof = Tree.inclusionProof(index, size, nodes(entries));
        for (int other = 0; other < size; other++) {
          assertThat(Tree.verifyInclusion(leaf, other, size, proof, root))
              .isEqualTo(other == index);
        }
        assertThat(Tree.verifyInclusion(root, index, size, proof, root)).isFalse();
        assertThat(Tree.verifyInclusion(leaf, index, size, proof, leaf)).isFalse();
        assertThat(Tree.verifyInclusion(leaf, index, index, proof, root)).isFalse();
        assertThat(Tree.verifyInclusion(leaf, -1, size, proof, root)).isFalse();
        for (List<Hash> wrong : wrongs(proof, leaf)) {
          assertThat(Tree.verifyInclusion(leaf, index, size, wrong, root)).isFalse();
        }
      }
      for (int old = 1; old < size; old++) {
        Hash oldRoot = Tree.root(old, nodes(entries));
        List<Hash> proof = Tree.consistencyProof(old, size, nodes(entries));
        assertThat(Tree.verifyConsistency(old, size, proof, root, oldRoot)).isFalse();
        assertThat(Tree.verifyConsistency(size, old, proof, root, oldRoot)).isFalse();
        for (List<Hash> wrong : wrongs(proof, root)) {
          assertThat(Tree.verifyConsistency(old, size, wrong, oldRoot, root)).isFalse();
        }
      }
    }
  }

  @Test
  void treatsTheEmptyTreeAsThePrefixOfEveryTree() {
    Hash root = Tree.root(8, nodes(KNOWN));
    assertThat(Tree.verifyConsistency(0, 8, List.of(), Tree.EMPTY_ROOT, root)).isTrue();
    assertThat(Tree.verifyConsistency(0, 8, List.of(root), Tree.EMPTY_ROOT, root)).isFalse();
    assertThat(Tree.verifyConsistency(0, 8, List.of(), root, root)).isFalse();
    assertThat(Tree.verifyConsistency(8, 8, List.of(), root, root)).isTrue();
    assertThat(Tree.verifyConsistency(8, 8, List.of(root), root, root)).isFalse();
    assertThat(Tree.verifyConsistency(8, 8, List.of(), Tree.EMPTY_ROOT, root)).isFalse();
  }

  @Test
  void refusesSizesAndIndexesThatCannotBe() {
    assertThatThrownBy(() -> Tree.root(-1, nodes(KNOWN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tree.inclusionProof(8, 8, nodes(KNOWN)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Tree.consistencyProof(9, 8, nodes(KNOWN)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static List<List<Hash>> wrongs(List<Hash> proof, Hash other) {
    List<List<Hash>> wrongs = new ArrayList<>();
    List<Hash> longer = new ArrayList<>(proof);
    longer.add(other);
    wrongs.add(longer);
    if (!proof.isEmpty()) {
      wrongs.add(proof.subList(0, proof.size() - 1));
      wrongs.add(proof.subList(1, proof.size()));
      List<Hash> changed = new ArrayList<>(proof);
      Hash last = changed.getLast();
      changed.set(
          changed.size() - 1, new Hash(last.word0(), last.word1(), last.word2(), ~last.word3()));
      wrongs.add(changed);
    }
    return wrongs;
  }

  static Tree.Nodes nodes(List<byte[]> entries) {
    return (level, index) -> {
      int from = (int) (index << level);
      return NaiveTree.root(entries.subList(from, from + (1 << level)));
    };
  }

  static List<byte[]> entries(int count, Random random) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] entry = new byte[random.nextInt(40)];
      random.nextBytes(entry);
      entries.add(entry);
    }
    return entries;
  }
}
