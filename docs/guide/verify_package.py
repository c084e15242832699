#!/usr/bin/env python3
"""Verifies an evidence package: a second verifier, written from docs/ref/package-format.md alone.

    python3 verify_package.py --key VKEY PACKAGE.zip

Needs nothing but Python's standard library and OpenSSL 3 (`openssl`). Prints one line for each thing
that is not as it should be, then the verdict. Exit codes: 0 intact, 1 altered, 2 malformed,
3 incomplete, 4 signed by another key than the one given, 64 wrong usage.
"""
import base64
import bisect
import hashlib
import json
import mmap
import re
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
import zlib
from datetime import datetime
from itertools import accumulate
from pathlib import Path

GRAVITY = ["malformed", "altered", "incomplete", "unknown-key"]
EXIT = {"intact": 0, "altered": 1, "malformed": 2, "incomplete": 3, "unknown-key": 4}
REQUIRED = ["seal.json", "seal.leaf", "seal.leaf.tlog-proof", "seal.leaf.spicy", "checkpoint", "vkey", "VERIFY.md",
            "requested.json", "requested.json.tlog-proof", "decided.json", "decided.json.tlog-proof"]
NAMED = re.compile(r"policy|seal\.p7s|minute\.(vi|en|ar)\.pdf")
ATTACHMENT = re.compile(r"policy|seal\.p7s|seal\.tsr|tsa-chain\.pem|minute\.(vi|en|ar)\.pdf"
                        r"|receipt-[1-9][0-9]?\.(json|p7s|event\.json|event\.json\.tlog-proof|scan\.(pdf|jpg|png))")
RECORD = ["identity", "request", "decision", "sources", "time", "acquisition", "files", "redaction", "seal", "custody",
          "lifeCycle"]
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
FOOTAGE = re.compile(r"/bag/data/(?!.*\.(json|pem)$)")
SEGMENT = re.compile(r"segments/(0|[1-9][0-9]{0,15})\.json(\.tlog-proof)?")


class Malformed(Exception):
    """Bytes that do not follow their format."""


class Package:
    """The files of one package and what was found wrong with them."""

    def __init__(self, files, root):
        self.files, self.root, self.findings = files, root, []

    def find(self, kind, file, why):
        self.findings.append((GRAVITY.index(kind), kind, file, why))

    def get(self, name):
        if name not in self.files:
            self.find("incomplete", name, "it is missing")
        return self.files.get(name)


def content(archive, mapped, entry):
    """The bytes of an entry. Footage that is stored as it is stays in the mapped archive: it may exceed memory."""
    if entry.compress_type != zipfile.ZIP_STORED or not FOOTAGE.search(entry.filename):
        return archive.read(entry)
    archive.open(entry).close()  # Refuses a header that is not as the directory has it.
    name, extra = struct.unpack_from("<HH", mapped, entry.header_offset + 26)
    start = entry.header_offset + 30 + name + extra
    data = memoryview(mapped)[start:start + entry.file_size]
    if len(data) != entry.file_size or zlib.crc32(data) != entry.CRC:
        raise Malformed(f"{entry.filename} is not the bytes that the archive says")
    return data


def read(path):
    """The files of the zip, below its one folder; refuses names that mean several files."""
    files, root = {}, None
    with open(path, "rb") as file, zipfile.ZipFile(file) as archive:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            name = entry.filename
            parts = name.split("/")
            if (unicodedata.normalize("NFC", name) != name or "\\" in name or name.startswith("/")
                    or any(part in ("", ".", "..") for part in parts) or len(parts) < 3):
                raise Malformed(f"the path {name!r} is refused")
            if root not in (None, parts[0]):
                raise Malformed("there is more than one folder")
            root = parts[0]
            below = "/".join(parts[1:])
            if below in files:
                raise Malformed(f"{below} is there twice")
            files[below] = content(archive, mapped, entry)
    if root is None or not re.fullmatch(r"EXT-[A-Za-z0-9][A-Za-z0-9-]{0,99}", root):
        raise Malformed("its folder is not named by an extraction")
    return Package(files, root)


def unique(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Malformed("a member is there twice")
    return members


def canonical(value):
    """RFC 8785 for what the formats use: objects, arrays, strings, booleans, whole numbers."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def document(data, file):
    """A canonical JSON object."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=unique)
    except (UnicodeDecodeError, ValueError, RecursionError) as e:
        raise Malformed(f"{file} is no JSON: {e}") from e
    if not isinstance(value, dict) or canonical(value).encode() != data:
        raise Malformed(f"{file} is not a canonical JSON object")
    return value


def leaf(data, file):
    """What the log holds of a document."""
    value = {"commit": hashlib.sha256(data).hexdigest(), "format": "anbinh.leaf/2"}
    opened = document(data, file).get("open")
    if opened is not None:
        value["open"] = opened
    return canonical(value).encode()


def proof(data, file):
    """Index, hashes and checkpoint of a C2SP tlog-proof."""
    text = data.decode("utf-8")
    head, _, note = text.partition("\n\n")
    lines = head.split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1" or not re.fullmatch(r"index (0|[1-9][0-9]*)", lines[1]) or not note:
        raise Malformed(f"{file} is no tlog-proof")
    return int(lines[1][6:]), [base64.b64decode(line, validate=True) for line in lines[2:]], note


def checkpoint(note, file):
    """Origin, size and root of a signed checkpoint, and the text that is signed."""
    text, _, signatures = note.partition("\n\n")
    lines = text.split("\n")
    if len(lines) != 3 or not signatures:
        raise Malformed(f"{file} has no checkpoint")
    return lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True), text + "\n", signatures


def included(entry, index, hashes, size, root):
    """RFC 9162 §2.1.3.2."""
    node, last, value = index, size - 1, hashlib.sha256(b"\0" + entry).digest()
    if index >= size:
        return False
    for sibling in hashes:
        if last == 0:
            return False
        if node & 1 or node == last:
            value = hashlib.sha256(b"\1" + sibling + value).digest()
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            value = hashlib.sha256(b"\1" + value + sibling).digest()
        node, last = node >> 1, last >> 1
    return last == 0 and value == root


def openssl(*arguments):
    return subprocess.run(["openssl", *map(str, arguments)], capture_output=True, check=False).returncode == 0


def signed(note, vkey, work):
    """Whether the key (name, id, public key as a vkey) signed the checkpoint."""
    name, key_id, key = vkey.split("+", 2)
    origin, _, _, text, signatures = checkpoint(note, "checkpoint")
    raw = base64.b64decode(key, validate=True)
    if raw[:1] != b"\1" or len(raw) != 33 or hashlib.sha256(name.encode() + b"\n" + raw).hexdigest()[:8] != key_id:
        raise Malformed("the vkey is none of Ed25519")
    for line in signatures.splitlines():
        found = re.fullmatch(r"\u2014 (\S+) (\S+)", line)
        value = base64.b64decode(found.group(2), validate=True) if found else b""
        if found and origin == name == found.group(1) and value[:4].hex() == key_id:
            (work / "key").write_bytes(bytes.fromhex("302a300506032b6570032100") + raw[1:])
            (work / "text").write_text(text, encoding="utf-8", newline="")
            (work / "signature").write_bytes(value[4:])
            return openssl("pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", work / "key", "-rawin",
                           "-in", work / "text", "-sigfile", work / "signature")
    return False


def check_bag(package, seal):
    """BagIt: every file as the manifests say, and the manifests as they were sealed."""
    payload = {name[4:] for name in package.files if name.startswith("bag/data/")}
    tags = {"bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"}
    for bits in ("256", "512"):
        for manifest, expected in ((f"manifest-sha{bits}.txt", payload), (f"tagmanifest-sha{bits}.txt", tags)):
            data = package.get("bag/" + manifest)
            if data is None:
                continue
            listed = dict(reversed(line.split("  ", 1)) for line in data.decode("utf-8").splitlines())
            for name in sorted(set(listed) | expected):
                content = package.files.get("bag/" + name)
                if name not in listed:
                    package.find("altered", "bag/" + name, f"{manifest} does not list it")
                elif content is None:
                    package.find("incomplete", "bag/" + name, "it is missing")
                elif hashlib.new("sha" + bits, content).hexdigest() != listed[name]:
                    package.find("altered", "bag/" + name, f"it is not as {manifest} says")
    top = package.files.get("bag/tagmanifest-sha512.txt", b"")
    if seal and hashlib.sha512(top).hexdigest() != seal["tagManifestSha512"]:
        package.find("altered", "bag/tagmanifest-sha512.txt", "it is not the one that was sealed")
    size = f"{sum(len(package.files['bag/' + name]) for name in payload)}.{len(payload)}"
    if seal and seal["payloadOxum"] != size:
        package.find("altered", "bag", f"it has {size} bytes and files, sealed were {seal['payloadOxum']}")
    for name in package.files:
        if name.startswith("bag/") and name[4:] not in payload | tags | {"tagmanifest-sha256.txt", "tagmanifest-sha512.txt"}:
            package.find("altered", name, "a bag has no such file")


def event(package, name, types, vkey, work):
    """The record of an event that is in the log of the seal, with its place; None where it is not."""
    data, proved = package.get(name), package.get(name + ".tlog-proof")
    if data is None or proved is None:
        return None
    record = document(data, name)
    index, hashes, note = proof(proved, name)
    _, size, root, _, _ = checkpoint(note, name)
    if not included(leaf(data, name), index, hashes, size, root) or not signed(note, vkey, work):
        package.find("altered", name, "the log does not have it")
        return None
    if record.get("format") != "anbinh.event/1" or record.get("type") not in types:
        package.find("altered", name, "it is an event of another type")
        return None
    opened = record.get("open", {})
    if opened and (opened.get("type") != record["type"]
                   or not opened.get("facts", {}).items() <= record.get("facts", {}).items()):
        raise Malformed(f"{name}: what is open is not of the event")
    return record, index, hashlib.sha256(data).hexdigest()


def check_basis(package, seal, place, vkey, work):
    """Somebody asked, another person decided, both before the seal and about the same request. The decision."""
    copy = "derivedFrom" in seal
    found = []
    for name, kind in (("requested", "copy.ordered" if copy else "extraction.requested"),
                       ("decided", "copy.confirmed" if copy else "extraction.decided")):
        file = f"seal/{name}.json"
        got = event(package, file, {kind}, vkey, work)
        if got is None:
            continue
        record, index, commit = got
        found.append(record)
        said = {"actor": record.get("actor"), "at": record["time"], "commit": commit, "index": index}
        if seal[name] != said:
            package.find("altered", file, "it is not the event that the seal names")
        if record.get("object") != seal["request"] or index >= place:
            package.find("altered", file, "it is of another request, or younger than the seal")
    if seal["requested"]["actor"] == seal["decided"]["actor"] or seal["requested"]["index"] >= seal["decided"]["index"]:
        raise Malformed("who decided is who asked, or decided before")
    if len(found) == 2:
        asked, facts = found[0].get("facts", {}), found[1].get("facts", {})
        digests = {hashlib.sha256(data).hexdigest() for name, data in package.files.items() if name.startswith("bag/data/")}
        good = (asked.get("copy") == facts.get("copy") and facts.get("sha256") in digests) if copy \
            else facts.get("outcome") in ("APPROVE", "APPROVE_LESS")
        if not good:
            package.find("altered", "seal/decided.json", "it grants nothing of what is enclosed")
        return found[1]
    return None


def check_segments(package, seal, vkey, work):
    """The proved records of segments, by their place in the log."""
    named = {f"segments/{index}.json": index for index in seal["segments"]}
    for name in package.files:
        record = name.removeprefix("seal/").removesuffix(".tlog-proof")
        if SEGMENT.fullmatch(name.removeprefix("seal/")) and record not in named:
            package.find("altered", name, "the seal names no such segment")
    proved = {}
    for name, index in named.items():
        got = event(package, "seal/" + name, {"segment.closed"}, vkey, work)
        if got and got[1] != index:
            package.find("altered", "seal/" + name, "it is of another place in the log")
        elif got:
            proved[index] = got[0]
    return proved


def boxes(data, start, end):
    """The boxes of an MP4 between two places: type, and where its content begins and ends."""
    while start < end:
        size, kind = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1:
            head, size = 16, struct.unpack_from(">Q", data, start + 8)[0]
        elif size == 0:
            size = end - start
        if size < head or size > end - start:
            raise ValueError("a box does not fit")
        yield kind, start + head, start + size
        start += size


def box(data, where, kind, needed=True):
    found = [(start, end) for name, start, end in boxes(data, *where) if name == kind]
    if len(found) > 1 or needed and not found:
        raise ValueError(f"there is no box {kind}, or there are several")
    return found[0] if found else None


def time_scale(data, where, kind):
    """Ticks a second, by the header of a movie or of its track."""
    where = box(data, where, kind, needed=False)
    return where and struct.unpack_from(">I", data, where[0] + (20 if data[where[0]] == 1 else 12))[0]


def runs(data, where):
    """The values of a table of (count, value)."""
    for at in range(where[0] + 8, where[1], 8):
        count, value = struct.unpack_from(">Ii", data, at)
        for _ in range(count):
            yield value


def pictures(data):
    """Pictures of a clip, hidden ones of them, bytes of all, SHA-256 over all in coding order."""
    movie = box(data, (0, len(data)), b"moov")
    track = box(data, movie, b"trak")
    media = box(data, track, b"mdia")
    table = box(data, box(data, media, b"minf"), b"stbl")
    at, _ = box(data, table, b"stsz")
    same, count = struct.unpack_from(">II", data, at + 4)
    sizes = [same] * count if same else struct.unpack_from(f">{count}I", data, at + 12)
    wide = box(data, table, b"co64", needed=False)
    if wide and box(data, table, b"stco", needed=False):
        raise ValueError("chunks are placed twice")
    at = (wide or box(data, table, b"stco"))[0] + 4
    chunks, = struct.unpack_from(">I", data, at)
    offsets = struct.unpack_from(f">{chunks}{'Q' if wide else 'I'}", data, at + 4)
    at = box(data, table, b"stsc")[0] + 4
    groups = [struct.unpack_from(">III", data, at + 4 + 12 * n) for n in range(struct.unpack_from(">I", data, at)[0])]
    digest, sample, size, placed = hashlib.sha256(), 0, 0, 1
    for number, (first, per_chunk, _) in enumerate(groups):
        end = groups[number + 1][0] if number + 1 < len(groups) else chunks + 1
        if first != placed or end <= first:
            raise ValueError("the chunks are not in order")
        placed = end
        for chunk in range(first, end):
            start = offsets[chunk - 1]
            length = sum(sizes[sample:sample + per_chunk])
            if start + length > len(data):
                raise ValueError("a picture lies outside the clip")
            digest.update(data[start:start + length])
            sample, size = sample + per_chunk, size + length
    if sample != count:
        raise ValueError("the index does not place every picture")
    edits = box(data, track, b"edts", needed=False)
    begins, ends = [], []
    if edits:
        if time_scale(data, movie, b"mvhd") != time_scale(data, media, b"mdhd"):
            raise ValueError("the edit list has another time scale than the pictures")
        at, _ = box(data, edits, b"elst")
        entries, = struct.unpack_from(">I", data, at + 4)
        form = ">Qqi" if data[at] == 1 else ">Iii"
        edits = [struct.unpack_from(form, data, at + 8 + n * struct.calcsize(form)) for n in range(entries)]
        if any(speed != 0x10000 for _, _, speed in edits):
            raise ValueError("an edit changes the speed")
        shown = sorted((begin, begin + lasts) for lasts, begin, _ in edits if begin != -1)
        begins = [begin for begin, _ in shown]
        ends = list(accumulate((end for _, end in shown), max))
    hidden, decode = 0, 0
    shifts = box(data, table, b"ctts", needed=False)
    shifts = runs(data, shifts) if shifts else iter([0] * count)
    for length in runs(data, box(data, table, b"stts")) if edits else []:
        when = decode + next(shifts)
        edit = bisect.bisect_right(begins, when) - 1
        hidden += edit < 0 or when >= ends[edit]
        decode += length
    return count, hidden, size, digest.hexdigest()


def instant(value, name):
    """A time in the one form of the format, in milliseconds."""
    text = value[name]
    if not TIME.fullmatch(text):
        raise Malformed(f"{text!r} is not a time like 2026-11-24T03:02:11.000Z")
    return round(datetime.fromisoformat(text[:-1] + "+00:00").timestamp() * 1000)


def stretch(value):
    begin, end = instant(value, "from"), instant(value, "to")
    if begin >= end:
        raise Malformed("a stretch of time ends where it begins, or before")
    return begin, end


def payload_document(package, name, kind, members):
    """A JSON object of the payload, indented; None where it is missing."""
    data = package.files.get("bag/data/" + name)
    if data is None:
        package.find("incomplete", "bag/data/" + name, "it is missing")
        return None
    value = json.loads(data.decode("utf-8"), object_pairs_hook=unique)
    if value["format"] != kind or not all(member in value for member in members):
        raise Malformed(f"{name} is no document of the format {kind}, or lacks members")
    return value


def check_granted(package, file, said, cameras, decided):
    facts = decided.get("facts", {})
    if (said["from"], said["to"], cameras) != (facts.get("from"), facts.get("to"), facts.get("cameras")):
        package.find("altered", file, "it is not of the time and the cameras that were granted")


def check_coverage(package, decided):
    """Recorded time and gaps of each granted camera are the granted time."""
    file = "bag/data/coverage.json"
    coverage = payload_document(package, "coverage.json", "anbinh.coverage/1", ["from", "to", "cameras"])
    if coverage is None:
        return
    begin, end = stretch(coverage)
    for camera in coverage["cameras"]:
        recorded, gaps = [stretch(run) for run in camera["recorded"]], [stretch(gap) for gap in camera["gaps"]]
        for gap in camera["gaps"]:
            if not isinstance(gap["cause"], str) or not isinstance(gap["detail"], str):
                raise Malformed("a gap has a cause and a detail")
            if "switched" in gap:
                instant(gap["switched"], "at")
        position = begin
        for start, stop in sorted(recorded + gaps):
            position = stop if start == position else None
        if (position != end or camera["requestedMillis"] != end - begin
                or camera["coveredMillis"] != sum(stop - start for start, stop in recorded)):
            package.find("altered", file, f"{camera['code']}: recorded time and gaps are not the granted time")
    check_granted(package, file, coverage, [camera["cameraId"] for camera in coverage["cameras"]], decided)


def check_clips(package, seal, vkey, proved):
    """Each clip was taken from segments that the log has. Code and digest of each clip, by its path."""
    file = "bag/data/segments.json"
    document = payload_document(package, "segments.json", "anbinh.segments/1", ["logKey", "clips"])
    if document is None:
        return None
    clips, named = {}, set()
    for clip in document["clips"]:
        if clip["clip"] in clips:
            package.find("altered", file, f"{clip['clip']} is there twice")
        clips[clip["clip"]] = clip["code"], clip["payloadSha256"]
        path = "bag/data/" + clip["clip"]
        there = path in package.files or any(kind == "incomplete" and name == path for _, kind, name, _ in package.findings)
        if not there or not path.startswith("bag/data/clips/") or not clip["segments"]:
            package.find("altered", file, f"{clip['clip']} is no clip of the package, or was taken from no segment")
        for segment in clip["segments"]:
            stretch(segment)
            named.add(segment["logIndex"])
            record = proved.get(segment["logIndex"])
            facts = record.get("facts", {}) if record else {}
            said = segment["sha256"], segment.get("previousSha256"), segment["segmentId"]
            if record and said != (facts.get("sha256"), facts.get("previousSha256"), record.get("object")):
                package.find("altered", file, f"the log has another segment at {segment['logIndex']}")
    if document["logKey"] != vkey or sorted(named) != seal["segments"]:
        package.find("altered", file, "it is not of the log and the segments that the seal names")
    for name in package.files:
        if name.startswith("bag/data/clips/") and name[9:] not in clips:
            package.find("altered", file, f"it does not name {name}")
    return clips


def check_file(package, file, said):
    """A file of the payload that a document names."""
    data = package.files.get("bag/data/" + said["path"])
    missing = any(kind == "incomplete" and name == "bag/data/" + said["path"] for _, kind, name, _ in package.findings)
    if missing if data is None else (len(data), hashlib.sha256(data).hexdigest()) == (said["bytes"], said["sha256"]):
        return data
    package.find("altered", file, f"{said['path']} is not the file that it names")
    return None


def check_record(package, seal, decided, clips):
    """The record names every clip, given file, player copy and still, and what each clip holds."""
    file = "bag/data/record.json"
    record = payload_document(package, "record.json", "anbinh.record/1", RECORD)
    if record is None:
        return
    if (record["identity"]["extraction"], record["identity"]["requestId"]) != (seal["extraction"], seal["request"]):
        package.find("altered", file, "it is of another extraction than the seal")
    granted = record["decision"]["granted"]
    check_granted(package, file, granted, granted["cameras"], decided)
    hidden = {camera["code"]: camera["hiddenFrames"] for camera in record["acquisition"] if "hiddenFrames" in camera}
    for said in record["files"]:
        if "frameAt" in said:
            instant(said, "frameAt")
        data = check_file(package, file, said)
        if data is None or clips is None or not said["path"].startswith("clips/"):
            continue
        code, payload = clips.get(said["path"], ("", ""))
        try:
            found = pictures(data)
        except (ValueError, struct.error, IndexError, StopIteration):
            found = None
        if (payload != said["payloadSha256"]
                or found != (said["frames"] + hidden.get(code, 0), hidden.get(code), said["payloadBytes"], payload)):
            package.find("altered", file, f"{said['path']} does not hold the pictures that are stated")
    named = {said["path"] for said in record["files"]}
    for name in package.files:
        if name.startswith(tuple(f"bag/data/{kind}/" for kind in ("clips", "given", "player", "stills"))) \
                and name[9:] not in named:
            package.find("altered", file, f"it does not name {name}")


def check_copy(package, seal, confirmed):
    file = "bag/data/copy.json"
    copy = payload_document(package, "copy.json", "anbinh.copy/1", ["copy", "request", "file", "derivedFrom"])
    if copy is None:
        return
    instant(copy["ordered"], "at")
    instant(copy["confirmed"], "at")
    check_file(package, file, copy["file"])
    if (copy["copy"], copy["derivedFrom"]["tagManifestSha512"], copy["file"]["sha256"]) != (
            seal["extraction"], seal["derivedFrom"], confirmed.get("facts", {}).get("sha256")):
        package.find("altered", file, "it is of another copy than the seal")


def check_documents(package, seal, decided, vkey, proved):
    """The documents of a payload, in a bag that is as it was sealed."""
    if decided is None or any(kind in ("malformed", "altered") for _, kind, _, _ in package.findings):
        return
    if "derivedFrom" in seal:
        check_copy(package, seal, decided)
    else:
        check_coverage(package, decided)
        check_record(package, seal, decided, check_clips(package, seal, vkey, proved))


def office(package, work):
    certificate = package.files.get("bag/data/certificate.pem")
    if certificate:
        (work / "office.pem").write_bytes(certificate)
    return certificate is not None


def cms(package, name, content, signature, work):
    """A detached CMS signature, DER and nothing behind it, by the certificate that the bag names."""
    size = signature[1] & 0x7f if signature[1] & 0x80 else 0
    length = 2 + size + (int.from_bytes(signature[2:2 + size], "big") if size else signature[1])
    signature, rest = signature[:length], signature[length:]
    if len(signature) < length or (rest.strip(b"\0") if name.endswith(".pdf") else rest):
        raise Malformed(f"{name} is no CMS signature")
    (work / "content").write_bytes(content)
    (work / "cms").write_bytes(signature)
    if not office(package, work) or not openssl(
            "cms", "-verify", "-binary", "-content", work / "content", "-inform", "DER", "-in", work / "cms",
            "-CAfile", work / "office.pem", "-partial_chain", "-purpose", "any", "-out", work / "out"):
        package.find("altered", name, "the office did not sign it so")


def check_attachments(package, seal, seal_json, work):
    there = {name[5:] for name in package.files if name.startswith("seal/") and ATTACHMENT.fullmatch(name[5:])}
    for name in seal["encloses"]:
        package.get("seal/" + name)
    for name in there:
        if NAMED.fullmatch(name) and name not in seal["encloses"]:
            package.find("altered", "seal/" + name, "the seal does not name it")
    if seal["timeStamp"]:
        package.get("seal/seal.tsr")
    if "seal.p7s" in there:
        cms(package, "seal/seal.p7s", seal_json, package.files["seal/seal.p7s"], work)
    if "seal.tsr" in there:
        (work / "tsr").write_bytes(package.files["seal/seal.tsr"])
        whole = (openssl("ts", "-reply", "-in", work / "tsr", "-token_out", "-out", work / "token")
                 and openssl("cms", "-verify", "-noverify", "-inform", "DER", "-in", work / "token", "-out", work / "info"))
        info = (work / "info").read_bytes() if whole else b""
        if not any(hashlib.new(kind, seal_json).digest() in info for kind in ("sha256", "sha384", "sha512")):
            package.find("altered", "seal/seal.tsr", "it is no time stamp over the seal")
    for name in sorted(there):
        if name.startswith("minute."):
            pdf = package.files["seal/" + name]
            ranges = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", pdf)
            if len(ranges) != 1 or int(ranges[0][0]) or int(ranges[0][2]) + int(ranges[0][3]) != len(pdf):
                raise Malformed(f"{name} has no signature over all of it")
            begin, end = int(ranges[0][1]), int(ranges[0][2])
            reasons = re.findall(rb"/Reason\s*\(([ -'*-\[\]-~]*)\)", pdf)
            if reasons != [b"seal.json SHA-256 " + hashlib.sha256(seal_json).hexdigest().encode()]:
                package.find("altered", "seal/" + name, "it is the minute of another seal")
            cms(package, "seal/" + name, pdf[:begin] + pdf[end:], bytes.fromhex(pdf[begin + 1:end - 1].decode()), work)


def check_receipts(package, seal, seal_json, place, vkey, work):
    numbers = {int(name[13:].split(".")[0]) for name in package.files if re.match(r"seal/receipt-[1-9][0-9]?\.", name)}
    for number in range(1, max(numbers, default=0) + 1):
        base = f"seal/receipt-{number}"
        data, signature = package.get(base + ".json"), package.get(base + ".p7s")
        got = event(package, base + ".event.json", {"extraction.received"}, vkey, work)
        if data is None or signature is None or got is None:
            continue
        receipt, (record, index, _) = document(data, base), got
        cms(package, base + ".p7s", data, signature, work)
        who = receipt["toActor"] if receipt["identity"] == "account" else receipt["fromActor"]
        if (record["facts"].get("receipt") != hashlib.sha256(data).hexdigest() or index <= place
                or record.get("actor") != who or record.get("object") != seal["request"]
                or receipt["request"] != seal["request"] or receipt["extraction"] != seal["extraction"]
                or receipt["tagManifestSha512"] != seal["tagManifestSha512"] or receipt["number"] != number
                or receipt["seal"] != hashlib.sha256(seal_json).hexdigest()):
            package.find("altered", base + ".json", "it is no receipt of this package that the log has")
        scans = {name: d for name, d in package.files.items() if name.startswith(base + ".scan.")}
        if [hashlib.sha256(d).hexdigest() for d in scans.values()] != [receipt[name] for name in ("scanSha256",) if name in receipt]:
            package.find("altered" if scans else "incomplete", base + ".scan", "it is not the paper that the receipt names")


def verify(package, key, work):
    for name in REQUIRED:
        package.get("seal/" + name)
    for name in package.files:
        inside = name.removeprefix("seal/")
        if not name.startswith(("bag/", "seal/")) or (
                name.startswith("seal/") and inside not in REQUIRED
                and not ATTACHMENT.fullmatch(inside) and not SEGMENT.fullmatch(inside)):
            package.find("malformed", name, "a package has no such file")
    if any(f"seal/{name}" not in package.files for name in REQUIRED):
        check_bag(package, None)
        return
    seal_json, logged = package.files["seal/seal.json"], package.files["seal/seal.leaf"]
    place, hashes, note = proof(package.files["seal/seal.leaf.tlog-proof"], "seal.leaf.tlog-proof")
    _, size, root, _, _ = checkpoint(note, "checkpoint")
    vkey = package.files["seal/vkey"].decode("utf-8").rstrip("\n")
    if package.files["seal/checkpoint"] != note.encode() \
            or package.files["seal/seal.leaf.tlog-proof"] != b"c2sp.org/tlog-proof@v1\n" + package.files["seal/seal.leaf.spicy"]:
        package.find("altered", "seal/checkpoint", "the files of the proof differ")
    if not included(logged, place, hashes, size, root):
        package.find("altered", "seal/seal.leaf", "the proof does not lead to the root")
    if not signed(note, vkey, work):
        package.find("altered", "seal/checkpoint", "the signature does not fit")
    elif vkey != key:
        package.find("unknown-key", "seal/vkey", vkey)
    try:
        committed = leaf(seal_json, "seal.json") == logged
    except Malformed:
        committed = False
    if not committed:
        package.find("altered", "seal/seal.json", "the leaf commits to something else")
        check_bag(package, None)
        return
    seal = document(seal_json, "seal.json")
    if seal.get("format") != "anbinh.seal/2":
        raise Malformed("the seal has another format")
    if package.root != seal["extraction"]:
        package.find("altered", package.root, "the package bears another name than the seal")
    if hashlib.sha256(package.files["seal/VERIFY.md"]).hexdigest() != seal["guideSha256"]:
        package.find("altered", "seal/VERIFY.md", "it is not the guide that was sealed")
    check_bag(package, seal)
    decided = check_basis(package, seal, place, vkey, work)
    proved = check_segments(package, seal, vkey, work)
    check_attachments(package, seal, seal_json, work)
    check_receipts(package, seal, seal_json, place, vkey, work)
    check_documents(package, seal, decided, vkey, proved)


def main(arguments):
    if len(arguments) != 3 or arguments[0] != "--key":
        print(__doc__, file=sys.stderr)
        return 64
    findings = []
    try:
        package = read(arguments[2])
        findings = package.findings
        with tempfile.TemporaryDirectory() as work:
            verify(package, arguments[1].strip(), Path(work))
    except (Malformed, zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError) as e:
        findings.append((0, "malformed", arguments[2], f"{type(e).__name__}: {e}"))
    for _, kind, file, why in sorted(findings):
        print(f"{kind}: {file}: {why}")
    verdict = min(findings)[1] if findings else "intact"
    print(verdict)
    return EXIT[verdict]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
