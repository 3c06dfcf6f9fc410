"""The engines that find the pairs of a linkage, by name."""

import os
import shutil
from importlib.util import find_spec
from typing import Any

from lives.model.errors import BadSettings, EngineFailed, LivesError, MissingLibrary
from lives.resolve.linkage.engine import Finder, Task, Weighed, embedded

ENGINES = ("embedded", "splink", "spark")
HERE = "local[*]"  # all cores of this machine
_NEEDS = {"splink": ("splink", "pyarrow"), "spark": ("splink", "pyarrow", "pyspark")}
_JAVA = "Java, on which Spark runs"


def finder(name: str, master: str = HERE) -> Finder:
    """Return an engine.

    Args:
        name: One of `ENGINES`.
        master: For Spark the address of its master; "" for the session that is there,
            or is as the configuration says.

    Raises:
        BadSettings: There is no such engine.
        MissingLibrary: What it needs is not installed.
    """
    if name not in ENGINES:
        raise BadSettings(
            f"there is no engine {name!r}",
            where="--engine",
            remedy=f"name one of {', '.join(ENGINES)}",
        )
    if name == "embedded":
        return embedded
    _require(name)
    if name == "spark" and master.startswith("local"):
        _require_java()

    def found(task: Task) -> tuple[Weighed, int]:
        try:
            return _spark(task, master) if name == "spark" else _splink(task)
        except LivesError:
            raise
        except Exception as fault:  # whatever it is that another's engine reports
            raise EngineFailed(
                f"the engine {name!r} failed: {_first(fault)}",
                where=f"--spark-master {master}" if name == "spark" else "--engine",
                remedy="mend what it reports, or leave --engine out",
            ) from fault

    return found


def _first(fault: BaseException) -> str:
    """Return the first line of what was at fault at first."""
    while fault.__cause__ is not None:
        fault = fault.__cause__
    return str(fault).strip().partition("\n")[0] or type(fault).__name__


def _require(name: str) -> None:
    missing = [library for library in _NEEDS[name] if find_spec(library) is None]
    if missing:
        raise MissingLibrary(
            f"the engine {name!r} needs {', '.join(missing)}",
            where="--engine",
            remedy=f"install it: pip install 'lives[{name}]'",
        )


def _require_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not home and shutil.which("java") is None:
        raise MissingLibrary(
            f"the engine 'spark' needs {_JAVA}",
            where="--engine",
            remedy="install Java 17 or name it in JAVA_HOME, or give --spark-master",
        )


def _splink(task: Task) -> tuple[Weighed, int]:
    from splink import DuckDBAPI  # noqa: PLC0415

    from lives.resolve.linkage.splink import find_pairs  # noqa: PLC0415

    return find_pairs(task, DuckDBAPI().register, "duckdb")


def _spark(task: Task, master: str) -> tuple[Weighed, int]:
    from splink.internals.spark.database_api import SparkAPI  # noqa: PLC0415

    from lives.resolve.linkage.splink import find_pairs  # noqa: PLC0415

    session = _session(master)
    # Without a folder that all workers share, what was found stays in their memory.
    shared = session.sparkContext.getCheckpointDir()
    kept = "parquet" if shared else "persist"
    api: Any = SparkAPI(  # type: ignore[no-untyped-call]
        spark_session=session, break_lineage_method=kept
    )
    return find_pairs(task, api.register, "spark")


def _session(master: str) -> Any:  # noqa: ANN401  # PySpark is untyped
    """Return a session that has the likeness functions of Splink."""
    from pyspark.sql import SparkSession  # noqa: PLC0415
    from splink.internals.spark.jar_location import (  # noqa: PLC0415
        similarity_jar_location,
    )

    builder = SparkSession.builder.appName("lives resolve")
    jar = similarity_jar_location()
    if master:
        builder = builder.config("spark.jars", jar).master(master)
        builder = builder.config("spark.ui.enabled", "false")
        builder = builder.config("spark.ui.showConsoleProgress", "false")
    if master.startswith("local"):  # no more parts than there are cores to work on them
        builder = builder.config("spark.sql.shuffle.partitions", "4")
    session = builder.getOrCreate()
    if not master:  # it was there before anybody could name the jar
        session.sql(f"ADD JAR '{jar}'")
    session.sparkContext.setLogLevel("ERROR")
    return session
