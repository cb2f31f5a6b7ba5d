"""Files and folders on any file system that Spark reads, looked into through its own Hadoop."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samsyn.extracts.places import as_uri


class ClusterPlace:
    """A file or folder, by its address."""

    def __init__(self, spark: Any, path: Any) -> None:
        self._spark, self._path = spark, path
        self._files = path.getFileSystem(spark._jsc.hadoopConfiguration())

    @classmethod
    def of(cls, spark: Any, written: str) -> "ClusterPlace":
        """The place of an address as it is written; without a scheme it is a path of this machine."""
        return cls(spark, spark._jvm.org.apache.hadoop.fs.Path(as_uri(written)))

    def __str__(self) -> str:
        return str(self._path.toString())

    @property
    def uri(self) -> str:
        """The path of its address, as Spark tells it of the rows of a file once scheme and host are left out."""
        return str(self._path.toUri().getRawPath())

    @property
    def name(self) -> str:
        """The last part of its address."""
        return str(self._path.getName())

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        return Path(self.name).stem

    @property
    def suffix(self) -> str:
        """The ending of its name."""
        return Path(self.name).suffix

    def is_dir(self) -> bool:
        """Whether it is a folder that is there."""
        return bool(self._files.exists(self._path) and self._files.getFileStatus(self._path).isDirectory())

    def is_file(self) -> bool:
        """Whether it is a file that is there."""
        return bool(self._files.exists(self._path) and self._files.getFileStatus(self._path).isFile())

    def exists(self) -> bool:
        """Whether it is there."""
        return bool(self._files.exists(self._path))

    def iterdir(self) -> Iterator["ClusterPlace"]:
        """What lies in the folder."""
        for status in self._files.listStatus(self._path):
            yield ClusterPlace(self._spark, status.getPath())

    def __truediv__(self, name: str) -> "ClusterPlace":
        return ClusterPlace(self._spark, self._spark._jvm.org.apache.hadoop.fs.Path(self._path, name))

    def read_text(self, encoding: str) -> str:
        """The text of a small file."""
        stream = self._files.open(self._path)
        try:
            return bytes(stream.readAllBytes()).decode(encoding)
        finally:
            stream.close()

    def write_text(self, text: str) -> None:
        """Write a small file, in UTF-8."""
        stream = self._files.create(self._path, True)
        try:
            stream.write(bytearray(text, "utf-8"))
        finally:
            stream.close()

    def fetch(self, target: Path) -> None:
        """Copy a file to this machine."""
        local = self._spark._jvm.org.apache.hadoop.fs.Path(str(target))
        self._files.copyToLocalFile(False, self._path, local, True)

    def make_folder(self) -> None:
        """Make the folder, and those above it."""
        self._files.mkdirs(self._path)

    def move(self, target: "ClusterPlace") -> None:
        """Give it another address on the same file system. Raises OSError if the file system refuses."""
        if not self._files.rename(self._path, target._path):
            raise OSError(f"{self} could not be moved to {target}")

    def remove(self) -> None:
        """Remove it, with all that lies in it."""
        self._files.delete(self._path, True)
