#!/usr/bin/env bash
# Judges an evidence package by programs that others wrote: docs/guide/verify-evidence.md.
set -euo pipefail
export LC_ALL=C.UTF-8

help() {
  cat <<'TEXT'
usage: judge-package.sh [--all] [--tsa FILE] [--recording FILE]… PACKAGE KEY…

  PACKAGE           an evidence package, EXT-….zip, or its unpacked folder EXT-…
  KEY               a key of the sealing office's log (vkey), as text or as a file; have it from
                    somewhere else than the package
  --tsa FILE        certificates (PEM) of the authority whose time stamp you believe
  --recording FILE  what a recorder gives for the span of a clip; its pictures must be the clip's
  --all             fail also when a judge is not installed

Each line is the word of one program:
  accepted        it finds nothing wrong
  refused         it does
  not installed   not asked; the line says what to install
  not enclosed    the package holds nothing for it

Exit code: 0 nobody refuses, 1 somebody does, 3 with --all when somebody could not be asked,
64 wrong usage, 74 a file cannot be read. Runs offline and changes nothing.

In the environment: ANBINH_VERIFIER, our verifier's jar (otherwise anbinh-verify.jar here, beside
this script or where ./anbinh build puts it), and BAGIT_JARS, the class path of gov.loc:bagit:5.2.0
and org.slf4j:slf4j-api (otherwise what Maven has fetched).
TEXT
}

misused() { printf 'judge-package: %s\n' "$*" >&2; exit 64; }
unreadable() { printf 'judge-package: %s\n' "$*" >&2; exit 74; }

all='' tsa='' recordings=() given=()
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) help; exit ;;
    --all) all=yes ;;
    --tsa | --recording)
      [ $# -gt 1 ] || misused "$1 needs a file"
      [ -r "$2" ] || unreadable "there is no file $2"
      if [ "$1" = --tsa ]; then tsa=$(realpath -- "$2"); else recordings+=("$(realpath -- "$2")"); fi
      shift
      ;;
    -*) misused "does not know '$1'; see --help" ;;
    *) given+=("$1") ;;
  esac
  shift
done
[ ${#given[@]} -ge 2 ] || misused "needs a package and the key of the office that sealed it; see --help"
[ -r "${given[0]}" ] || unreadable "there is no package ${given[0]}"
package=$(realpath -- "${given[0]}")
keys=()
for key in "${given[@]:1}"; do
  if [ -f "$key" ]; then key=$(head -n 1 -- "$key"); fi
  [[ $key =~ ^[^+\ ]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$ ]] || misused "'$key' is neither a key nor a file that holds one"
  keys+=("$key")
done
here=$(dirname "$(realpath -- "$0")")
repository=$here/../..
found_verifier=${ANBINH_VERIFIER:-}
for jar in anbinh-verify.jar "$here/anbinh-verify.jar" "$repository/target/app/anbinh-verify.jar"; do
  if [ -z "$found_verifier" ] && [ -r "$jar" ]; then found_verifier=$(realpath -- "$jar"); fi
done
java=''
for program in "${JAVA_HOME:-}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*25*/bin/java; do
  if [ -z "$java" ] && [ -x "$program" ] && "$program" --version 2>/dev/null | grep -qE '^[^ ]+ (2[5-9]|[3-9][0-9])([. ]|$)'; then java=$program; fi
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# --- what is said -----------------------------------------------------------------------------

accepted=0 refused=0 missing=0
say() { printf '%-13s  %-16s  %s\n' "$1" "$2" "${3//[[:cntrl:]]/?}"; }
# judged JUDGE WHAT COMMAND…: asks a program, and shows what it says against the package
judged() {
  local judge=$1 what=$2
  shift 2
  if "$@" >"$work/answer" 2>&1 </dev/null; then
    accepted=$((accepted + 1))
    say accepted "$judge" "$what"
  else
    refused=$((refused + 1))
    say refused "$judge" "$what"
    tr -d '\000-\010\013-\037\177' <"$work/answer" | tail -n 3 | sed 's/^/                 /'
  fi
}
has() { command -v "$1" >/dev/null; }
not_enclosed() { say 'not enclosed' "$1" "$2"; }
# asked PROGRAM PACKAGE WHAT: whether a program is there to be asked
asked() {
  if has "$1"; then return; fi
  missing=$((missing + 1))
  say 'not installed' "$1" "$3: apt install $2"
  return 1
}

# --- the judges -------------------------------------------------------------------------------

# Whether the two manifests and their own manifests name files that are as they say.
sums() { (cd bag && "$1sum" --check --strict --quiet "manifest-$1.txt" "tagmanifest-$1.txt"); }

same() { [ -n "$1" ] && [ "$1" = "$2" ] || { printf '%s\nis not\n%s\n' "$1" "$2"; return 1; }; }

# The second verifier, which knows nothing but the description of the format.
second_verifier() {
  local key
  for key in "${keys[@]}"; do
    if python3 -I "$here/verify_package.py" --key "$key" "$package"; then return; fi
  done
  return 1
}

our_verifier() {
  local with=() key
  for key in "${keys[@]}"; do with+=(--key "$key"); done
  "$java" -jar "$found_verifier" verify --lang en "${with[@]}" "$package"
}

# The reference implementation of BagIt, by the Library of Congress.
bag_verifier() {
  cat >"$work/JudgeBag.java" <<'JAVA'
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;

class JudgeBag {
  public static void main(String[] folder) {
    try (var verifier = new BagVerifier()) {
      verifier.isValid(new BagReader().read(java.nio.file.Path.of(folder[0])), false);
    } catch (Exception refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    }
  }
}
JAVA
  "$java" -cp "$bagit_jars" "$work/JudgeBag.java" bag
}

maven_jar() { # GROUP NAME VERSION
  local jar=${HOME:-}/.m2/repository/$1/$2/$3/$2-$3.jar
  [ -r "$jar" ] && printf '%s:' "$jar"
}

# Whether one of the office's keys signed the head of a log that holds an entry: ENTRY PROOF
in_the_log() {
  local key
  rm -rf "$work/entry" && mkdir "$work/entry"
  cp -- "$1" "$work/entry/entry"
  # Debian's verifier does not know the proof's first line.
  sed '1{/^c2sp\.org\/tlog-proof@v1$/d}' -- "$2" >"$work/entry/entry.spicy"
  for key in "${keys[@]}"; do
    if (cd "$work/entry" && spicy-litetlog -verify "$key" entry); then return; fi
  done
  return 1
}

# Whether the log holds the leaf of the record of an event, which the leaf commits to: RECORD
event_in_the_log() {
  local open
  open=$(sed -n 's/.*\(,"open":{.*}\),"\(policy\|salt\)":.*/\1/p' "$1")
  printf '{"commit":"%s","format":"anbinh.leaf/2"%s}' "$(sha256sum <"$1" | cut -c 1-64)" "$open" >"$work/leaf"
  in_the_log "$work/leaf" "$1.tlog-proof"
}

# The seal's leaf commits to the seal.
seal_in_the_log() {
  same "$(sha256sum <seal/seal.json | cut -c 1-64)" "$(grep -o '"commit":"[0-9a-f]*"' seal/seal.leaf | cut -d '"' -f 4)" &&
    in_the_log seal/seal.leaf seal/seal.leaf.tlog-proof
}

# The seal names the two events, whoever asked is not who decided, and the log has them.
decided_in_the_log() {
  local name act actors=()
  for name in requested decided; do
    act=$(grep -o "\"$name\":{[^}]*}" seal/seal.json)
    same "$(sha256sum <"seal/$name.json" | cut -c 1-64)" "$(grep -o '"commit":"[0-9a-f]*"' <<<"$act" | cut -d '"' -f 4)" &&
      event_in_the_log "seal/$name.json" || return
    actors+=("$(grep -o '"actor":"[^"]*"' <<<"$act")")
  done
  [ "${actors[0]}" != "${actors[1]}" ] || { echo "who decided is who asked"; return 1; }
}

all_segments() {
  local proof
  for proof in seal/segments/*.tlog-proof; do event_in_the_log "${proof%.tlog-proof}" || return; done
}

# The raw Ed25519 key after a byte of type, as OpenSSL takes it; the signature after four bytes of the key's name.
checkpoint_signed() {
  local key name bytes line
  sed '/^$/,$d' seal/checkpoint >"$work/note"
  for key in "${keys[@]}"; do
    name=${key%%+*}
    key=${key#*+}
    { printf '\060\052\060\005\006\003\053\145\160\003\041\000'; printf %s "${key#*+}" | base64 -d | tail -c +2; } >"$work/key.der"
    while read -r line; do
      bytes=$(printf %s "$line" | base64 -d | head -c 4 | od -An -tx1 | tr -d ' \n')
      [ "$bytes" = "${key%%+*}" ] || continue
      printf %s "$line" | base64 -d | tail -c +5 >"$work/signature"
      openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin -in "$work/note" -sigfile "$work/signature" && return
    done < <(sed -n "s/^— $(printf %s "$name" | sed 's/[^A-Za-z0-9-]/[&]/g') //p" seal/checkpoint)
  done
  echo "no key that you gave has signed this head of the log"
  return 1
}

cms() { # CONTENT SIGNATURE
  openssl cms -verify -binary -content "$1" -inform DER -in "$2" \
    -CAfile bag/data/certificate.pem -partial_chain -purpose any -out /dev/null
}

# The digest in the stamp, from OpenSSL's dump of it.
stamped() {
  openssl ts -reply -in seal/seal.tsr -text >"$work/stamp" || return
  same "$(sed -n '/^Message data:/,/^Serial number:/s/^ *[0-9a-f]* - \(.\{47\}\).*/\1/p' "$work/stamp" | tr -d ' \n-')" \
    "$(sha256sum <seal/seal.json | cut -c 1-64)"
}

stamped_by() { openssl ts -verify -data seal/seal.json -in seal/seal.tsr -CAfile "$tsa" -partial_chain; }

# Every signature in it is valid, there is one, and nothing was added after the last.
pdf_signed() {
  pdfsig -nocert -- "$1" >"$work/pdf" || true
  cat "$work/pdf"
  grep -q 'Signature is Valid' "$work/pdf" && ! grep 'Signature Validation:' "$work/pdf" | grep -qv 'Signature is Valid' &&
    tail -n 4 "$work/pdf" | grep -q 'Total document signed'
}

playable() {
  ffprobe -v warning -show_entries stream=codec_type -of csv=p=0 -count_packets -- "$1" >"$work/streams" 2>"$work/warnings" || { cat "$work/warnings"; return 1; }
  [ ! -s "$work/warnings" ] || { cat "$work/warnings"; return 1; }
  grep -q video "$work/streams"
}

# Where the last signature box stands in the end of a clip, which is all that it can stand in.
box_room=65536
signature_box() { tail -c "$box_room" -- "$1" | LC_ALL=C grep -abo sibo | tail -n 1 | cut -d : -f 1; }

# ONVIF Export File Format: the signature is over the file with zeros in the last signature's place.
export_signed() {
  local clip=$1 at length
  at=$(($(stat -c %s -- "$clip") - $(tail -c "$box_room" -- "$clip" | wc -c) + $(signature_box "$clip")))
  length=$(($(printf '%u' "0x$(tail -c "+$((at - 3))" -- "$clip" | head -c 4 | od -An -tx1 | tr -d ' \n')") - 8))
  at=$((at + 4))
  tail -c "+$((at + 1))" -- "$clip" | head -c "$length" >"$work/signature"
  openssl x509 -pubkey -noout -in bag/data/certificate.pem >"$work/key.pem" || return
  { head -c "$at" -- "$clip"; head -c "$length" /dev/zero; tail -c "+$((at + length + 1))" -- "$clip"; } |
    openssl dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:20 -verify "$work/key.pem" -signature "$work/signature"
}

# The hash over all coded pictures of a video, those too that its edit list hides.
pictures() {
  ffmpeg -v error -ignore_editlist 1 -i "$1" -map 0:v:0 -c copy -f streamhash -hash sha256 - | sed -n 's/.*SHA256=//p'
}

as_recorded() { same "$(pictures "$1")" "$2"; }

recorded_there() { grep -qxF -- "$(pictures "$1")" "$work/clips" || { echo "no clip of the package has the pictures of $1"; return 1; }; }

# --- the package ------------------------------------------------------------------------------

if [ -d "$package" ]; then
  cd "$package"
else
  asked unzip unzip "opens the package" || exit 3
  judged unzip "the archive is whole" unzip -tqq "$package"
  mkdir "$work/package"
  # Names in a package that somebody made to harm are not followed: our verifier says what they are.
  unzip -qq -n -d "$work/package" "$package" >/dev/null 2>&1 </dev/null || true
  if [ -n "$(find "$work/package" ! -type f ! -type d -print -quit)" ]; then
    say refused unzip "nothing but files and folders"
    exit 1
  fi
  folders=("$work/package"/*/)
  [ ${#folders[@]} = 1 ] && [ -d "${folders[0]}seal" ] || {
    say refused unzip "one folder EXT-… with the bag and its seal"
    exit 1
  }
  cd "${folders[0]}"
fi
[ -d bag/data ] && [ -d seal ] || { say refused "-" "there is no folder bag/data or seal in the package"; exit 1; }

judged sha512sum "every file is the one of the bag's list" sums sha512
judged sha256sum "the same by the second list" sums sha256
judged sha512sum "the list is the one that was sealed" same "$(sha512sum <bag/tagmanifest-sha512.txt | cut -c 1-128)" \
  "$(grep -o '"tagManifestSha512":"[0-9a-f]*"' seal/seal.json | cut -d '"' -f 4)"
if [ -n "$found_verifier" ]; then
  if [ -n "$java" ]; then
    judged anbinh-verify "intact, by the keys that you gave" our_verifier
  else
    missing=$((missing + 1))
    say 'not installed' anbinh-verify "our verifier needs Java 25: apt install openjdk-25-jre-headless"
  fi
else
  missing=$((missing + 1))
  say 'not installed' anbinh-verify "our verifier: ./anbinh build, or the jar that the office gives"
fi
if [ -f "$package" ] && asked python3 python3 "a second verifier"; then
  judged verify_package "intact, by the second verifier" second_verifier
fi
bagit_jars=${BAGIT_JARS:-$(maven_jar gov/loc bagit 5.2.0 && maven_jar org/slf4j slf4j-api 1.7.36)} || bagit_jars=''
if [ -z "$bagit_jars" ]; then
  missing=$((missing + 1))
  say 'not installed' bagit "the bag, by the Library of Congress: gov.loc:bagit:5.2.0 from Maven Central (BAGIT_JARS)"
elif ! has "${java:-java}c"; then
  missing=$((missing + 1))
  say 'not installed' bagit "the bag, by the Library of Congress: apt install openjdk-25-jdk-headless"
else
  judged bagit "the bag, by the Library of Congress" bag_verifier
fi

if asked spicy-litetlog litetlog "the seal is in the log that the key signed"; then
  judged spicy-litetlog "the seal is in the log that the key signed" seal_in_the_log
  judged spicy-litetlog "so are the request and the decision of another person" decided_in_the_log
  segments=$(find seal/segments -name '*.tlog-proof' 2>/dev/null | wc -l)
  if [ "$segments" -gt 0 ]; then
    judged spicy-litetlog "so are the $segments pieces of recording, as they were logged when recorded" all_segments
  else
    not_enclosed spicy-litetlog "pieces of recording in the log"
  fi
fi

if asked openssl openssl "signatures"; then
  judged openssl "the head of the log is signed" checkpoint_signed
  if [ -f seal/seal.p7s ]; then
    judged openssl "the office's signature over the seal (CMS)" cms seal/seal.json seal/seal.p7s
  else
    not_enclosed openssl "a signature over the seal (CMS)"
  fi
  if [ -f seal/seal.tsr ]; then
    judged openssl "the time stamp is over the seal" stamped
    if [ -n "$tsa" ]; then judged openssl "the time stamp is by the authority that you gave" stamped_by; fi
  else
    not_enclosed openssl "a time stamp"
  fi
fi
for json in seal/receipt-*.json; do
  name=${json%.json}
  if [[ $json == *.event.json ]] || ! [ -f "$json" ]; then continue; fi
  if has openssl; then judged openssl "${name#seal/}: the office's signature" cms "$json" "$name.p7s"; fi
  judged sha256sum "${name#seal/}: named by an entry of the log" same "$(sha256sum <"$json" | cut -c 1-64)" \
    "$(grep -o '"receipt":"[0-9a-f]*"' "$name.event.json" | cut -d '"' -f 4)"
  if has spicy-litetlog; then
    judged spicy-litetlog "${name#seal/}: that entry is in the log" event_in_the_log "$name.event.json"
  fi
done

pdfs=(bag/data/*.pdf seal/minute.*.pdf)
if ! [ -f "${pdfs[0]}" ]; then
  not_enclosed pdfsig "signed PDFs"
elif asked pdfsig poppler-utils "signed PDFs"; then
  for pdf in "${pdfs[@]}"; do
    if [ -f "$pdf" ]; then judged pdfsig "${pdf##*/} is signed, and nothing was added to it" pdf_signed "$pdf"; fi
  done
fi

clips=(bag/data/clips/*.mp4)
: >"$work/clips"
if ! [ -f "${clips[0]}" ]; then
  not_enclosed ffprobe "clips of the recording"
else
  if asked ffprobe ffmpeg "clips"; then
    for clip in "${clips[@]}"; do
      judged ffprobe "${clip##*/} is sound" playable "$clip"
      hash=$(tr -d ' \n' <bag/data/record.json | tr '{' '\n' | grep -F "\"path\":\"clips/${clip##*/}\"" | grep -o '"payloadSha256":"[0-9a-f]*"' | cut -d '"' -f 4) || true
      printf '%s\n' "$hash" >>"$work/clips"
      judged ffmpeg "${clip##*/} has the pictures that the record states" as_recorded "$clip" "$hash"
    done
    for video in "${recordings[@]}"; do judged ffmpeg "${video##*/} has the pictures of a clip" recorded_there "$video"; done
  fi
  if has openssl; then
    for clip in "${clips[@]}"; do
      if [ -n "$(signature_box "$clip")" ]; then
        judged openssl "${clip##*/} is signed by the office (ONVIF export)" export_signed "$clip"
      else
        not_enclosed openssl "${clip##*/}: the office's signature in the clip"
      fi
    done
  fi
fi

printf '\n%d accepted, %d refused, %d not installed\n' "$accepted" "$refused" "$missing"
[ "$refused" = 0 ] || exit 1
[ -z "$all" ] || [ "$missing" = 0 ] || exit 3
