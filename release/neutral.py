#!/usr/bin/env python3
"""Reads all that a package shows without being opened, and fails on a word that tells what airt is for.

Whoever looks over a shoulder sees file names, lists of programs, menus, properties, manuals. The
program itself, once opened, is another matter: only its resources are read here.
"""

import gzip
import re
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TELLING = re.compile(
    r"traffick|slave|victim|exploitation|abus(e|ive)|survivor|police|helpline|rescue|migrant|shelter|"
    r"refuge|asylum|violen|danger|crim(e|inal)|\b(999|101)\b|call for help|who can help", re.IGNORECASE)


def telling(texts):
    """The places among `texts`, pairs of a place and its text, that tell, with the word."""
    return [f"{place}: {found[0]}" for place, text in texts if (found := TELLING.search(f"{place}\n{text}"))]


def resources(name, data):
    """The texts of a Windows program's resources: icon, version, dialogs."""
    start = struct.unpack_from("<I", data, 0x3C)[0]
    count, optional = struct.unpack_from("<H", data, start + 6)[0], struct.unpack_from("<H", data, start + 20)[0]
    for at in range(start + 24 + optional, start + 24 + optional + 40 * count, 40):
        if data[at:at + 8].rstrip(b"\0") == b".rsrc":
            size, place = struct.unpack_from("<II", data, at + 16)
            return [(f"{name}, resources", data[place:place + size].decode("utf-16-le", "replace"))]
    return []


def file(name, data):
    if name.endswith(".exe"):
        return [(name, "")] + resources(name, data)
    if data.startswith(b"\x7fELF"):
        return [(name, "")]
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    return [(name, data.decode())]


def in_tar(path, data=None):
    mode = {"fileobj": data, "mode": "r|"} if data else {"name": path}
    with tarfile.open(**mode) as archive:
        for member in archive:
            name = f"{path.name}: {member.name}"
            yield from file(name, archive.extractfile(member).read()) if member.isfile() else [(name, "")]


def in_zip(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            yield from file(f"{path.name}: {name}", archive.read(name))


def in_deb(path):
    control = subprocess.run(["dpkg-deb", "-f", path], capture_output=True, check=True, text=True)
    yield f"{path.name}: control", control.stdout
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", path], stdout=subprocess.PIPE) as files:
        yield from in_tar(path, files.stdout)


def in_setup(path):
    yield from file(path.name, path.read_bytes())
    yield "setup.nsi", Path(ROOT, "release/windows/setup.nsi").read_text()


KINDS = {".deb": in_deb, ".zip": in_zip, ".xz": in_tar, ".exe": in_setup}


def texts(path):
    if kind := KINDS.get(path.suffix):
        return list(kind(path))
    return file(path.name, path.read_bytes())


if __name__ == "__main__":
    read = [text for path in sys.argv[1:] for text in texts(Path(path))]
    told = telling(read)
    print(*told, f"{len(read)} texts read, {len(told)} tell", sep="\n")
    sys.exit(1 if told or not read else 0)
