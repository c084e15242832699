#!/usr/bin/env python3
"""Verifies an evidence package: a second verifier, written from docs/ref/package-format.md alone.

    python3 verify_package.py --key VKEY PACKAGE.zip

Needs nothing but Python's standard library and OpenSSL 3 (`openssl`). Prints one line for each thing
that is not as it should be, then the verdict. Exit codes: 0 intact, 1 altered, 2 malformed,
3 incomplete, 4 signed by another key than the one given, 64 wrong usage.
"""
import base64
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

GRAVITY = ["malformed", "altered", "incomplete", "unknown-key"]
EXIT = {"intact": 0, "altered": 1, "malformed": 2, "incomplete": 3, "unknown-key": 4}
REQUIRED = ["seal.json", "seal.leaf", "seal.leaf.tlog-proof", "seal.leaf.spicy", "checkpoint", "vkey", "VERIFY.md",
            "requested.json", "requested.json.tlog-proof", "decided.json", "decided.json.tlog-proof"]
NAMED = re.compile(r"policy|seal\.p7s|minute\.(vi|en|ar)\.pdf")
ATTACHMENT = re.compile(r"policy|seal\.p7s|seal\.tsr|tsa-chain\.pem|minute\.(vi|en|ar)\.pdf"
                        r"|receipt-[1-9][0-9]?\.(json|p7s|event\.json|event\.json\.tlog-proof|scan\.(pdf|jpg|png))")
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


def read(path):
    """The files of the zip, below its one folder; refuses names that mean several files."""
    files, root = {}, None
    with zipfile.ZipFile(path) as archive:
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
            files[below] = archive.read(entry)
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
    """Somebody asked, another person decided, both before the seal and about the same request."""
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


def check_segments(package, seal, vkey, work):
    named = {f"segments/{index}.json": index for index in seal["segments"]}
    for name in package.files:
        record = name.removeprefix("seal/").removesuffix(".tlog-proof")
        if SEGMENT.fullmatch(name.removeprefix("seal/")) and record not in named:
            package.find("altered", name, "the seal names no such segment")
    for name, index in named.items():
        got = event(package, "seal/" + name, {"segment.closed"}, vkey, work)
        if got and got[1] != index:
            package.find("altered", "seal/" + name, "it is of another place in the log")


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
    check_basis(package, seal, place, vkey, work)
    check_segments(package, seal, vkey, work)
    check_attachments(package, seal, seal_json, work)
    check_receipts(package, seal, seal_json, place, vkey, work)


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
